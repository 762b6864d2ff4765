import picomatch from 'picomatch'

/** The Markdown files that are proposals unless the settings say otherwise; matched in any case. */
export const defaultFiles: readonly string[] = [
  'proposal.md',
  '*proposal*.md',
  'pitch.md',
  'rfc-*.md',
  '**/{proposals,rfcs,grants,applications,pitches}/**/*.md'
]

const mostStars = 4
const mostFolders = 3

/**
 * Whether a glob is matched in little time, whatever the path: a workspace's configuration is not to be trusted, and
 * parentheses would be a regular expression of its own.
 */
export function isPlainGlob(glob: string): boolean {
  return (
    glob.length <= 500 &&
    !/[()]/.test(glob) &&
    glob.split('**').length - 1 <= mostFolders &&
    glob.split('/').every((part) => part.split(/\*+/).length - 1 <= mostStars)
  )
}

/**
 * Whether a glob names a file as a proposal; one that is no plain glob names none.
 * @param path with `/` between its parts, from the workspace folder's own name on, where there is one; a glob
 *   without `/` is matched against the file's name
 */
export function matches(path: string, globs: readonly string[]): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return globs.some(
    (glob) =>
      isPlainGlob(glob) &&
      picomatch(glob, {nocase: true, dot: true})(glob.includes('/') ? path.replace(/^\/+/, '') : name)
  )
}

const profileNames = 'memo|rfc|grant|goal|talk|sponsorship|letter'
const optIn = new RegExp(
  String.raw`^(?:buy-in[ \t]*:[ \t]*(?:["']?(?:true|True|yes|on)\b|["']?(?:${profileNames})\b|\{|[\r\n]+[ \t])|profile[ \t]*:[ \t]*["']?(?:${profileNames})["']?[ \t]*(?:#.*)?$)`,
  'm'
)
const optOut = /^buy-in[ \t]*:[ \t]*false\b/m

/**
 * What a document's front matter says about being a proposal, without parsing it: this runs on every Markdown
 * file that is opened.
 * @returns true for `buy-in: true` or a profile's name, false for `buy-in: false`, else undefined
 */
function frontMatterSays(text: string): boolean | undefined {
  const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(0, 10_000))?.[1]
  if (block === undefined) return undefined
  return optOut.test(block) ? false : optIn.test(block) ? true : undefined
}

/** The first line of what Buy-In itself writes: such a document is no proposal, whatever its name. */
const artifact = /^# (?:Recap|Update|Video script|Conversation guide): /

export interface Candidate {
  /** See `matches`; undefined for a document that was never saved. */
  readonly path: string | undefined
  readonly text: string
}

/** Whether a Markdown document is a proposal. One that was never saved is, unless Buy-In wrote it. */
export function isProposal({path, text}: Candidate, globs: readonly string[]): boolean {
  const said = frontMatterSays(text)
  if (said !== undefined) return said
  return !artifact.test(text) && (path === undefined || matches(path, globs))
}

/**
 * A document's path as globs see it.
 * @param path of the document's URI, decoded
 * @param folders paths of the workspace folders, decoded
 */
export function pathInWorkspace(path: string, folders: readonly string[]): string {
  const folder = folders
    .filter((one) => path.startsWith(one.endsWith('/') ? one : `${one}/`))
    .sort((a, b) => b.length - a.length)[0]
  if (folder === undefined) return path
  const root = folder.replace(/\/+$/, '')
  return path.slice(root.lastIndexOf('/') + 1)
}
