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
export async function configurationFor(source: Source, asked: Layer = {}): Promise<Configuration> {
  const configuration = await configured(source, asked)
  sayProblems(problemsOf(configuration))
  return configuration
}

/** Says on standard error what is wrong with files, of each once. */
export function sayProblems(problems: readonly FileProblem[]): void {
  for (const [file, message] of problems) {
    if (said.has(file)) continue
    said.add(file)
    console.error(message)
  }
}

/**
 * How a file is read; nothing is said.
 * @param cwd the folder that paths start from
 */
export async function configured(
  {file, text}: Source,
  asked: Layer = {},
  cwd = process.cwd()
): Promise<Configuration> {
  const path = resolve(cwd, file === '-' ? 'stdin.md' : file)
  const uri = pathToFileURL(path).href
  const folder = dirname(path)
  const root = pathToFileURL(rootOf(folder, cwd)).href
  const found = projects.get(folder) ?? findProject(uri, [root], readFileHere)
  projects.set(folder, found)
  return configurationOf({uri, text, project: await found, asked, folders: [root]})
}

/** A file, by its URI, and one message about its problems. */
export type FileProblem = readonly [uri: string, message: string]

/** For each file that has any, its problems. */
export function problemsOf({problems}: Configuration): FileProblem[] {
  return [...new Set(problems.map(({file}) => file))].flatMap((uri): FileProblem[] => {
    const [first, ...rest] = problems.filter(({file}) => file === uri)
    return first ? [[uri, problemMessage([first, ...rest], shown(pathOf(uri)))]] : []
  })
}

/** Forgets what was read of project files, for a process that lives on while they change. */
export function forgetProjects(): void {
  projects.clear()
}

/** The folder at which the search for a project file ends: the repository, else the working folder, else its own. */
function rootOf(folder: string, cwd: string): string {
  const known = roots.get(folder)
  if (known) return known
  const root = repositoryOf(folder) ?? (isWithin(cwd, folder) ? cwd : folder)
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

/** A path as it is shown: from the working folder, where it lies below it. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : short
}
