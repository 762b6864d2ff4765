import {pathToFileURL} from 'node:url'

export type Opened = {
  /** The workspace: a folder's path on this machine, or its URI. */
  folder?: string
  /** A file's path to show at once. */
  file?: string
  /** What the server was started with. */
  token?: string
  /** More keys and values for the workbench. */
  payload?: [string, string][]
}

/**
 * Gives the address of a VS Code window.
 *
 * @param server `http://HOST:PORT`
 * @param opened what the window is to show
 * @returns the address to go to with a browser
 */
export function windowAddress(server: string, opened: Opened): string {
  const address = new URL(server)
  const payload = [...(opened.payload ?? [])]
  if (opened.file) payload.push(['openFile', remoteUri(server, opened.file)])
  if (opened.token) address.searchParams.set('tkn', opened.token)
  if (opened.folder)
    address.searchParams.set(
      'folder',
      /^[a-z][a-z\d-]+:/.test(opened.folder)
        ? opened.folder
        : decodeURIComponent(pathToFileURL(opened.folder).pathname)
    )
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload))
  return address.href
}

/**
 * Gives the name that VS Code in the browser has for a file on the server's machine.
 *
 * @param server `http://HOST:PORT`, as the browser sees it
 * @param path absolute, in this machine's notation
 */
export function remoteUri(server: string, path: string): string {
  return `vscode-remote://${new URL(server).host}${pathToFileURL(path).pathname}`
}
