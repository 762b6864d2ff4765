import * as vscode from 'vscode'
import {MEMORY_SCHEME} from './memory-workspace.ts'

/** The files at the start, by their paths; put in where this is bundled. */
declare const INITIAL_FILES: Readonly<Record<string, string>>

/**
 * A file system that lives in the window's memory only, as that of a repository in vscode.dev: no disk, no process,
 * no search. Folders are there as soon as they hold something.
 */
export function activate({subscriptions}: vscode.ExtensionContext): void {
  const files = new Map<string, {bytes: Uint8Array; mtime: number}>()
  const folders = new Set<string>(['/'])
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>()
  const missing = (uri: vscode.Uri) => vscode.FileSystemError.FileNotFound(uri)
  const within = (folder: string) => (folder === '/' ? '/' : `${folder}/`)
  const tell = (type: vscode.FileChangeType, uri: vscode.Uri) => changed.fire([{type, uri}])
  const put = (path: string, bytes: Uint8Array) => {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      folders.add(path.slice(0, at))
    files.set(path, {bytes, mtime: Date.now()})
  }
  const writeFile = (
    uri: vscode.Uri,
    bytes: Uint8Array,
    {create, overwrite} = {create: true, overwrite: true}
  ) => {
    const there = files.has(uri.path)
    if (!there && !create) throw missing(uri)
    if (there && !overwrite) throw vscode.FileSystemError.FileExists(uri)
    put(uri.path, bytes)
    tell(there ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri)
  }
  const remove = (uri: vscode.Uri) => {
    const gone = [...files.keys()].filter((path) => path === uri.path || path.startsWith(within(uri.path)))
    if (gone.length === 0 && !folders.has(uri.path)) throw missing(uri)
    for (const path of gone) {
      files.delete(path)
      tell(vscode.FileChangeType.Deleted, uri.with({path}))
    }
    for (const folder of folders)
      if (folder === uri.path || folder.startsWith(within(uri.path))) folders.delete(folder)
  }
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat(uri) {
      const file = files.get(uri.path)
      if (file) return {type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length}
      if (folders.has(uri.path)) return {type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0}
      throw missing(uri)
    },
    readDirectory(uri) {
      if (!folders.has(uri.path)) throw missing(uri)
      const prefix = within(uri.path)
      const names = (paths: Iterable<string>, type: vscode.FileType) =>
        [...paths].flatMap((path): [string, vscode.FileType][] => {
          const name = path.startsWith(prefix) ? path.slice(prefix.length) : ''
          return name !== '' && !name.includes('/') ? [[name, type]] : []
        })
      return [...names(folders, vscode.FileType.Directory), ...names(files.keys(), vscode.FileType.File)]
    },
    readFile(uri) {
      const file = files.get(uri.path)
      if (!file) throw missing(uri)
      return file.bytes
    },
    writeFile,
    createDirectory: (uri) => void folders.add(uri.path),
    delete: remove,
    rename(from, to) {
      const file = files.get(from.path)
      if (!file) throw missing(from)
      writeFile(to, file.bytes)
      remove(from)
    }
  }
  for (const [path, text] of Object.entries(INITIAL_FILES)) put(path, new TextEncoder().encode(text))
  subscriptions.push(
    changed,
    vscode.workspace.registerFileSystemProvider(MEMORY_SCHEME, provider, {isCaseSensitive: true})
  )
}
