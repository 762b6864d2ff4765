import {createReadStream, existsSync, statSync} from 'node:fs'
import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http'
import {type AddressInfo, connect, type Socket} from 'node:net'
import {extname, join, resolve, sep} from 'node:path'

const TYPES: Record<string, string> = {
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm'
}

export type ProxyOptions = {
  /** `http://HOST:PORT` of the server behind. */
  target: string
  /** Folders served beside what the server has: `{'/ext/': '/a/b'}`. The first one that fits is taken. */
  folders: Record<string, string>
  /**
   * Changes the workbench's configuration in the page.
   *
   * @param configuration as VS Code's server wrote it
   * @param host `HOST:PORT` of the proxy
   */
  configure(configuration: Record<string, unknown>, host: string): Record<string, unknown>
}

export type Proxy = {
  /** `http://127.0.0.1:PORT` */
  address: string
  stop(): Promise<void>
}

/**
 * Starts a reverse proxy in front of VS Code's server, which adds files of its own and changes the
 * configuration that the page starts the workbench with.
 *
 * @param options see {@link ProxyOptions}
 */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const target = new URL(options.target)
  const sockets = new Set<Socket>()
  const server = createServer((incoming, response) => {
    const path = decodeURIComponent(new URL(incoming.url ?? '/', target).pathname)
    const [prefix, folder] = Object.entries(options.folders).find(([prefix]) => path.startsWith(prefix)) ?? []
    if (prefix && folder) serveFile(folder, path.slice(prefix.length), response)
    else if (path === '/') servePage(target, incoming, response, options.configure)
    else passOn(target, incoming, response)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('upgrade', (incoming, socket, head) => {
    const behind = connect(Number(target.port), target.hostname, () => {
      behind.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headerLines(incoming)}\r\n\r\n`)
      behind.write(head)
      behind.pipe(socket).pipe(behind)
    })
    behind.on('error', () => socket.destroy())
    socket.on('error', () => behind.destroy())
    socket.on('close', () => behind.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        for (const socket of sockets) socket.destroy()
      })
  }
}

function headerLines({rawHeaders}: IncomingMessage): string {
  return rawHeaders
    .flatMap((name, index) => (index % 2 === 0 ? `${name}: ${rawHeaders[index + 1]}` : []))
    .join('\r\n')
}

function serveFile(folder: string, path: string, response: ServerResponse): void {
  const file = resolve(join(folder, path))
  if (!file.startsWith(resolve(folder) + sep) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {'content-type': TYPES[extname(file)] ?? 'application/octet-stream'})
  createReadStream(file).pipe(response)
}

function passOn(target: URL, incoming: IncomingMessage, response: ServerResponse): void {
  const {method, url, headers} = incoming
  const behind = request({host: target.hostname, port: target.port, method, path: url, headers}, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  behind.on('error', () => response.writeHead(502).end())
  incoming.pipe(behind)
}

function servePage(
  target: URL,
  {url, headers}: IncomingMessage,
  response: ServerResponse,
  configure: ProxyOptions['configure']
): void {
  const plain = {...headers, 'accept-encoding': 'identity'}
  const behind = request(
    {host: target.hostname, port: target.port, path: url, headers: plain},
    async (answer) => {
      let page = ''
      for await (const chunk of answer.setEncoding('utf8')) page += chunk
      const changed = page.replace(
        /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
        (_, before: string, settings: string) =>
          before +
          escaped(JSON.stringify(configure(JSON.parse(unescaped(settings)), headers.host ?? target.host)))
      )
      const {'content-length': _, etag: __, ...kept} = answer.headers
      response.writeHead(answer.statusCode ?? 502, kept).end(changed)
    }
  )
  behind.on('error', () => response.writeHead(502).end())
  behind.end()
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
