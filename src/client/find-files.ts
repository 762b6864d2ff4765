import * as vscode from 'vscode'

/** File systems that VS Code itself searches. For others only some extensions do, and a search may never end. */
const searched = ['file', 'vscode-remote']
/** Never looked into. */
const never = ['node_modules', '.git']

/**
 * The files of the workspace whose names end so, also in a virtual workspace; none more once it is cancelled.
 * @param endings in lower case
 */
export async function findFiles(
  endings: readonly string[],
  token: vscode.CancellationToken
): Promise<vscode.Uri[]> {
  const glob = `**/*{${endings.join(',')}}`
  const exclude = `**/{${never.join(',')}}/**`
  const fits = (name: string) => endings.some((ending) => name.toLowerCase().endsWith(ending))
  const found = await Promise.all(
    (vscode.workspace.workspaceFolders ?? []).map(({uri}) =>
      searched.includes(uri.scheme)
        ? vscode.workspace.findFiles(new vscode.RelativePattern(uri, glob), exclude, undefined, token)
        : below(uri, fits, token)
    )
  )
  return found.flat()
}

async function below(
  folder: vscode.Uri,
  fits: (name: string) => boolean,
  token: vscode.CancellationToken
): Promise<vscode.Uri[]> {
  if (token.isCancellationRequested) return []
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => [])
  const found = await Promise.all(
    entries.map(([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name)
      if (type === vscode.FileType.Directory) return never.includes(name) ? [] : below(uri, fits, token)
      return type & vscode.FileType.File && fits(name) ? [uri] : []
    })
  )
  return found.flat()
}
