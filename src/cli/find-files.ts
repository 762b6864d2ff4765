import {readdir, readFile, stat} from 'node:fs/promises'
import {dirname, join, relative, resolve, sep} from 'node:path'
import ignore, {type Ignore} from 'ignore'
import picomatch from 'picomatch'
import {repositoryOf, shown} from './configuration.ts'

/** A file to read. */
export interface Found {
  /** As it was given, or relative to the working folder. */
  readonly file: string
  /** Found in a folder that was given: it is read only if it is a proposal. */
  readonly filtered: boolean
}

interface Ignores {
  readonly folder: string
  readonly rules: Ignore
}

const markdown = /\.(?:md|markdown)$/i
/** Never looked into. */
const never = ['.git', 'node_modules']

/**
 * The files that arguments name, each once: a file by itself, what a glob matches, the Markdown files of a folder.
 * Globs and folders leave out what `.gitignore` and `.buy-inignore` name; a file by itself only what
 * `.buy-inignore` names.
 * @returns the files, and a sentence about each argument that names none
 */
export async function findFiles(args: readonly string[]): Promise<{found: Found[]; problems: string[]}> {
  const found = new Map<string, Found>()
  const problems: string[] = []
  for (const arg of args) {
    if (arg === '-') {
      found.set('-', {file: '-', filtered: false})
      continue
    }
    const is = await stat(arg).catch(() => undefined)
    if (is?.isDirectory()) {
      for await (const file of walk(resolve(arg), await ignoresAbove(resolve(arg), true)))
        if (markdown.test(file) && !found.has(file)) found.set(file, {file: shown(file), filtered: true})
    } else if (is || !picomatch.scan(arg).isGlob) {
      const path = resolve(arg)
      if (!is) found.set(path, {file: arg, filtered: false})
      else if (isIgnored(await ignoresAbove(dirname(path), false), path, false))
        console.error(`${arg}: left out, because .buy-inignore names it.`)
      else found.set(path, {file: arg, filtered: false})
    } else {
      const files = await matching(arg)
      if (files.length === 0) problems.push(`${arg}: no file matches this.`)
      for (const file of files) if (!found.has(file)) found.set(file, {file: shown(file), filtered: false})
    }
  }
  return {found: [...found.values()], problems}
}

async function matching(glob: string): Promise<string[]> {
  const {base} = picomatch.scan(glob)
  const isMatch = picomatch(glob.replace(/^\.\//, ''), {dot: true})
  const folder = resolve(base)
  const files: string[] = []
  for await (const file of walk(folder, await ignoresAbove(folder, true)))
    if (isMatch(posix(relative(process.cwd(), file)))) files.push(file)
  return files
}

/** The files below a folder, by name. */
async function* walk(folder: string, above: readonly Ignores[]): AsyncGenerator<string> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => [])
  const ignores = [...above, ...(await ignoresOf(folder, true))]
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (isIgnored(ignores, path, entry.isDirectory())) continue
    if (entry.isFile()) yield path
    else if (entry.isDirectory() && !never.includes(entry.name)) yield* walk(path, ignores)
  }
}

/** What the ignore files of the folders above a folder say, from the repository downwards, without its own. */
async function ignoresAbove(folder: string, withGit: boolean): Promise<Ignores[]> {
  const root = repositoryOf(folder) ?? process.cwd()
  const chain: string[] = []
  for (let at = folder; at.startsWith(root); at = dirname(at)) {
    chain.unshift(at)
    if (at === dirname(at)) break
  }
  const all = await Promise.all(chain.map((one) => ignoresOf(one, withGit)))
  // A walk reads those of the folder itself.
  return (withGit ? all.slice(0, -1) : all).flat()
}

async function ignoresOf(folder: string, withGit: boolean): Promise<Ignores[]> {
  const names = withGit ? ['.gitignore', '.buy-inignore'] : ['.buy-inignore']
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
  return texts.flatMap((text) => (text.trim() === '' ? [] : [{folder, rules: ignore().add(text)}]))
}

function isIgnored(ignores: readonly Ignores[], path: string, isFolder: boolean): boolean {
  let ignored = false
  for (const {folder, rules} of ignores) {
    const {ignored: yes, unignored: no} = rules.test(`${posix(relative(folder, path))}${isFolder ? '/' : ''}`)
    ignored = yes || (ignored && !no)
  }
  return ignored
}

function posix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
