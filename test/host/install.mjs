// Runs before `npm start` and `npm test`, when nothing may be installed yet: plain JavaScript, no packages.
import {spawnSync} from 'node:child_process'
import {existsSync, statSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Buy-In needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`)
  process.exit(1)
}

const installed = `${root}/node_modules/.package-lock.json`
const fresh =
  existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}/package-lock.json`).mtimeMs
if (!fresh) {
  console.log('Installing the packages that Buy-In is built with (npm ci) …')
  const {status} = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32'
  })
  if (status !== 0) {
    console.error('npm ci failed: see above. Is the npm registry within reach?')
    process.exit(1)
  }
}
