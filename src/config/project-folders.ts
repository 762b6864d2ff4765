/** The names of project files, in the order in which they are looked for. */
export const projectFiles = ['.buy-in.json', '.buy-in.yaml', 'package.json'] as const

/**
 * The folders in which a document's project file may stand, the nearest first: up to the workspace folder that
 * holds the document; where none does, only the document's own. All are URIs, with no `/` at their end.
 */
export function foldersUpwards(document: string, workspace: readonly string[]): string[] {
  const roots = workspace.map((folder) => decoded(folder.replace(/\/+$/, '')))
  const folders: string[] = []
  for (let folder = parentOf(document); folder; folder = parentOf(folder)) {
    folders.push(folder)
    if (roots.includes(decoded(folder))) return folders
  }
  return folders.slice(0, 1)
}

export function parentOf(uri: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*:.*[^/])\/[^/]*$/i.exec(uri)?.[1]
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
