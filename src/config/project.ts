import {globsOf, isRecord, type Layer, layerKeys, type Misfit, readLayer} from './layer.ts'
import {decoded, foldersUpwards, parentOf, projectFiles} from './project-folders.ts'
import {type Problem, readSource} from './source.ts'
import {matches} from './which-files.ts'

/** Reads a text file by its URI; undefined where there is none. Each face provides one. */
export type FilePort = (uri: string) => Promise<string | undefined>

/** What a project file says. It is data only: nothing in it is run, and its globs stay below its folder. */
export interface Project {
  /** URI. */
  readonly file: string
  /** URI of the folder that it stands in, with no `/` at its end. */
  readonly folder: string
  readonly layer: Layer
  readonly overrides: readonly {readonly files: readonly string[]; readonly layer: Layer}[]
  readonly problems: readonly Problem[]
}

/** The key of package.json, and of front matter. */
const key = 'buy-in'

/**
 * The nearest project file, from the document's folder upwards.
 * @param document URI
 * @param workspace URIs of folders; the search ends at the one that holds the document, and in a document that
 *   none of them holds, at the document's own folder
 * @throws what `read` throws
 */
export async function findProject(
  document: string,
  workspace: readonly string[],
  read: FilePort
): Promise<Project | undefined> {
  for (const folder of foldersUpwards(document, workspace)) {
    for (const name of projectFiles) {
      const file = `${folder}/${name}`
      const text = await read(file)
      const project = text === undefined ? undefined : readProject(file, text)
      if (project) return project
    }
  }
  return undefined
}

/** A project file's text, read; undefined for a package.json without the key. */
export function readProject(file: string, text: string): Project | undefined {
  const folder = parentOf(file) ?? file
  const within = file.endsWith('/package.json') ? [key] : []
  if (within.length > 0 && !text.includes(`"${key}"`)) return undefined
  const {value, broken, lineOf} = readSource(text)
  if (broken) {
    // A broken package.json is npm's to complain about.
    if (within.length > 0) return undefined
    const problems = [{file, line: broken.line, message: `this cannot be read: ${broken.message}`}]
    return {file, folder, layer: {}, overrides: [], problems}
  }
  const own = within.length === 0 ? value : isRecord(value) ? value[key] : undefined
  if (within.length > 0 && own === undefined) return undefined
  const misfits: Misfit[] = []
  const {layer, misfits: first} = readLayer(own, layerKeys, ['$schema', 'overrides'])
  for (const misfit of first) misfits.push(misfit)
  const overrides = readOverrides(isRecord(own) ? own.overrides : undefined, misfits)
  const problems = misfits.map(({path, atKey, message}) => ({
    file,
    line: lineOf({path: [...within, ...path], atKey}),
    message
  }))
  return {file, folder, layer, overrides, problems}
}

function readOverrides(value: unknown, misfits: Misfit[]): Project['overrides'] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) {
    const message = 'overrides should be a list of objects, each with files and what is set for them'
    misfits.push({path: ['overrides'], atKey: false, message})
    return []
  }
  return value.flatMap((one: unknown, index) => {
    const path = ['overrides', index]
    const note = (below: Misfit['path'], message: string, atKey = false): undefined => {
      misfits.push({path: below, message, atKey})
      return undefined
    }
    const given = isRecord(one) ? one.files : undefined
    if (given === undefined) note(path, 'each override needs files: the globs that it is for')
    const files = given === undefined ? [] : globsOf(given, [...path, 'files'], note)
    const keys = layerKeys.filter((name) => name !== 'files')
    const {layer, misfits: own} = readLayer(one, keys, ['files'])
    for (const misfit of own) misfits.push({...misfit, path: [...path, ...misfit.path]})
    return files && files.length > 0 ? [{files, layer}] : []
  })
}

/** The layers of a project for one document: its own, then those of the overrides that name it, in their order. */
export function layersFor({folder, layer, overrides}: Project, document: string): Layer[] {
  const path = pathBelow(folder, document)
  const named = overrides.filter(({files}) => path !== undefined && matches(path, files))
  return [layer, ...named.map((override) => override.layer)]
}

/** A document's path below a folder, decoded; undefined where it does not lie below it. Both are URIs. */
export function pathBelow(folder: string, document: string): string | undefined {
  return document.startsWith(`${folder}/`) ? decoded(document.slice(folder.length + 1)) : undefined
}
