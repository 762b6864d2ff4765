import {existsSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {type Configuration, configurationOf, pathOf} from '../config/configuration.ts'
import type {Layer} from '../config/layer.ts'
import {findProject, type Project} from '../config/project.ts'
import {problemMessage} from '../config/source.ts'
import {readFileHere} from '../server/files-node.ts'
import type {Source} from './files.ts'

const roots = new Map<string, string>()
const projects = new Map<string, Promise<Project | undefined>>()
const said = new Set<string>()

/**
 * How a file is read. What is wrong with its project file or its front matter is said once on standard error.
 * @param asked what the command was told
 */
export async function configurationFor({file, text}: Source, asked: Layer = {}): Promise<Configuration> {
  const path = resolve(file === '-' ? 'stdin.md' : file)
  const uri = pathToFileURL(path).href
  const root = pathToFileURL(rootOf(dirname(path))).href
  const folder = dirname(path)
  const found = projects.get(folder) ?? findProject(uri, [root], readFileHere)
  projects.set(folder, found)
  const project = await found
  const configuration = configurationOf({uri, text, project, asked, folders: [root]})
  for (const own of [project?.problems ?? [], configuration.problems.filter((one) => one.file === uri)]) {
    const [first, ...rest] = own
    if (!first || said.has(first.file)) continue
    said.add(first.file)
    console.error(problemMessage([first, ...rest], first.file === uri ? file : here(pathOf(first.file))))
  }
  return configuration
}

/** The folder at which the search for a project file ends: the repository, else the working folder, else its own. */
function rootOf(folder: string): string {
  const known = roots.get(folder)
  if (known) return known
  const root = repositoryOf(folder) ?? (isWithin(process.cwd(), folder) ? process.cwd() : folder)
  roots.set(folder, root)
  return root
}

/** The folder of the repository that holds a folder. */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : repositoryOf(parent)
}

function isWithin(outer: string, inner: string): boolean {
  return inner === outer || !relative(outer, inner).startsWith('..')
}

function here(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : short
}
