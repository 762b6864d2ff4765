import * as vscode from 'vscode'

/**
 * A file system of one folder, `/room`, that lies on no disk.
 * @param files by their paths; what is written comes in here
 */
export function virtual(files: Map<string, string>): vscode.FileSystemProvider {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>()
  const never = () => {
    throw vscode.FileSystemError.NoPermissions()
  }
  const content = ({path}: vscode.Uri) => {
    const text = files.get(path)
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path)
    return new TextEncoder().encode(text)
  }
  return {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: (uri) =>
      uri.path === '/room'
        ? {type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0}
        : {type: vscode.FileType.File, ctime: 0, mtime: 0, size: content(uri).length},
    readDirectory: () =>
      Array.from(files.keys(), (path) => [path.slice('/room/'.length), vscode.FileType.File]),
    readFile: content,
    writeFile: (uri, bytes) => {
      const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created
      files.set(uri.path, new TextDecoder().decode(bytes))
      changed.fire([{type, uri}])
    },
    createDirectory: never,
    delete: never,
    rename: never
  }
}
