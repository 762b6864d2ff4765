import type {Event, Uri} from 'vscode'

// What Buy-In uses of the API of VS Code's Git extension, version 1.

export interface GitChange {
  readonly uri: Uri
}

export interface GitCommit {
  readonly hash: string
  readonly message: string
  readonly authorDate?: Date
}

export interface GitRepository {
  readonly state: {
    readonly workingTreeChanges: readonly GitChange[]
    readonly indexChanges: readonly GitChange[]
    readonly mergeChanges: readonly GitChange[]
    /** Where untracked files are listed apart. */
    readonly untrackedChanges?: readonly GitChange[]
    readonly onDidChange: Event<void>
  }
  /** The text of a file as it stood at a commit. */
  show(ref: string, path: string): Promise<string>
  log(options: {maxEntries: number; path: string}): Promise<readonly GitCommit[]>
}

export interface Git {
  getRepository(uri: Uri): GitRepository | null
  readonly onDidOpenRepository: Event<GitRepository>
  readonly onDidCloseRepository: Event<GitRepository>
}

/** Whether a file differs from the last commit, as far as its repository knows; undefined where it is in none. */
export function hasChanged(
  git: {getRepository(uri: Uri): Pick<GitRepository, 'state'> | null},
  uri: Uri
): boolean | undefined {
  const state = git.getRepository(uri)?.state
  if (!state) return undefined
  const {workingTreeChanges, indexChanges, mergeChanges, untrackedChanges = []} = state
  const wanted = uri.toString()
  return [...workingTreeChanges, ...indexChanges, ...mergeChanges, ...untrackedChanges].some(
    (change) => change.uri.toString() === wanted
  )
}
