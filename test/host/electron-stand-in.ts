import {statSync} from 'node:fs'
import {resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {remoteUri, windowAddress} from './address.ts'
import {automate} from './automation.ts'
import {endWithParent} from './processes.ts'
import {startServer} from './server.ts'

/**
 * Takes the place of the desktop VS Code that `@vscode/test-electron` starts: understands the same
 * arguments, and runs the tests in a real VS Code whose window is a browser without a window.
 */
const {values, positionals} = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    extensionDevelopmentPath: {type: 'string', multiple: true},
    extensionTestsPath: {type: 'string'},
    'user-data-dir': {type: 'string'}
  }
})

endWithParent()
const say = (line: string) => console.log(line)
const developed = texts(values.extensionDevelopmentPath)
const [tests] = texts(values.extensionTestsPath)
const [userData] = texts(values['user-data-dir'])
const [extension] = developed.slice(-1)
if (!tests || !extension) throw new Error('--extensionDevelopmentPath and --extensionTestsPath are needed.')

// The window takes only one extension under development: the others are installed.
const server = await startServer({
  automation: true,
  extensions: developed.slice(0, -1),
  ...(userData ? {userData} : {}),
  say
})
try {
  const paths = positionals.map((path) => resolve(path))
  const folder = paths.find((path) => statSync(path).isDirectory())
  const file = paths.find((path) => statSync(path).isFile())
  process.exitCode = await automate({
    address: windowAddress(server.address, {
      ...(folder ? {folder} : {}),
      ...(file ? {file} : {}),
      payload: [
        ['extensionDevelopmentPath', remoteUri(server.address, resolve(extension))],
        ['extensionTestsPath', remoteUri(server.address, resolve(tests))]
      ]
    }),
    server,
    tests,
    say
  })
} finally {
  await server.stop()
}

function texts(value: unknown): string[] {
  return [value].flat().filter((item) => typeof item === 'string')
}
