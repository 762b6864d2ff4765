import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Metafile} from 'esbuild'

const license = /^(?:licen[cs]e|copying|notice)(?:[.-]\w+)*$/i

/**
 * The packages whose code is in bundles.
 * @param metafiles esbuild's, of all bundles
 * @returns their folders, relative to where esbuild ran, in order
 */
export function packagesOf(metafiles: readonly Metafile[]): string[] {
  const folders = metafiles.flatMap(({outputs}) =>
    Object.values(outputs).flatMap(({inputs}) =>
      // Only what is left of a package once everything unused is dropped.
      Object.entries(inputs).flatMap(([path, {bytesInOutput}]) => {
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]
        return folder && bytesInOutput > 0 ? [folder] : []
      })
    )
  )
  return [...new Set(folders)].sort()
}

interface Package {
  readonly name: string
  readonly version: string
  readonly license?: string
  /** As packages of long ago have it. */
  readonly licenses?: readonly {readonly type: string}[]
}

/**
 * What the licences of bundled packages ask to be handed on: each package with its copyright and licence, texts that
 * differ in nothing but the copyright once.
 * @param folders of packages, relative to the working folder
 * @throws an Error that names a package without a licence
 */
export function thirdPartyNotices(folders: readonly string[]): string {
  const users = new Map<string, {text: string; packages: string[]}>()
  for (const folder of folders) {
    const about: Package = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const id = about.license ?? about.licenses?.map(({type}) => type).join(' or ')
    const texts = textsIn(folder)
    if (texts.length === 0 && id === undefined) throw new Error(`${folder} has no licence.`)
    const lines = texts.join('\n\n').split('\n')
    const holders = lines.filter((line) => copyright.test(line)).map((line) => `  ${line.trim()}`)
    const text = lines
      .filter((line) => !copyright.test(line))
      .join('\n')
      .trim()
    const key = text.replace(/\W+/g, ' ').toLowerCase()
    const known = users.get(key) ?? {
      text: text || 'The packages say no more than the name of their licence.',
      packages: []
    }
    known.packages.push([`${about.name} ${about.version} (${id ?? 'see below'})`, ...holders].join('\n'))
    users.set(key, known)
  }
  const blocks = Array.from(users.values(), ({text, packages}) => `${packages.join('\n')}\n\n${text}`)
  return `Buy-In holds code of these packages, each under its own licence.\n\n${blocks.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

const copyright = /^\s*(?:copyright\b|©|\(c\))/i

/** The licence files of a package, else the end of its read-me where that tells the licence. */
function textsIn(folder: string): string[] {
  const files = readdirSync(folder)
  const read = (file: string) => readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim()
  const texts = files.filter((file) => license.test(file)).map(read)
  if (texts.length > 0) return texts
  const readme = files.find((file) => /^readme/i.test(file))
  const told = readme && /^#+ *licen[cs]e.*$[\s\S]*/im.exec(read(readme))?.[0]
  return told ? [told] : []
}
