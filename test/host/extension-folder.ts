import {copyFileSync, mkdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {listFiles, type PackageManager} from '@vscode/vsce'

/** `PackageManager.None`: the .vsix holds the bundles, never `node_modules`. */
const NONE = 2 as PackageManager.None

/**
 * Installs an extension from its sources the way a .vsix of it would be: the files that are packaged,
 * and no others, as a folder `publisher.name-version`.
 *
 * @param root folder of the extension, built
 * @param extensions folder given to VS Code as `--extensions-dir`
 * @returns the folder it was installed into
 * @throws when `root` holds no extension
 */
export async function installExtension(root: string, extensions: string): Promise<string> {
  const {publisher, name, version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const folder = join(extensions, `${publisher}.${name}-${version}`)
  for (const file of await listFiles({cwd: root, packageManager: NONE})) {
    mkdirSync(dirname(join(folder, file)), {recursive: true})
    copyFileSync(join(root, file), join(folder, file))
  }
  return folder
}
