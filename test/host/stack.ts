import {existsSync, readFileSync} from 'node:fs'
import {SourceMap} from 'node:module'
import {basename, dirname, relative, resolve} from 'node:path'

/** The web worker host puts a function around a module: so many lines before it. */
const WEB_WRAPPER_LINES = 2

/**
 * Makes stack traces of bundled tests readable: places in the bundle become places in the sources.
 *
 * @param bundle path of the bundle; its source map lies beside it, as `….map`
 * @returns a function that changes a line of output
 */
export function toSources(bundle: string): (line: string) => string {
  const path = `${bundle}.map`
  if (!existsSync(path)) return (line) => line
  const map = new SourceMap(JSON.parse(readFileSync(path, 'utf8')))
  const name = basename(bundle).replaceAll('.', '\\.')
  const place = new RegExp(`[^\\s(]*${name}(#vscode-extension)?:(\\d+):(\\d+)`, 'g')
  return (line) =>
    line.replace(place, (whole, web: string | undefined, row: string, column: string) => {
      const found = map.findEntry(Number(row) - 1 - (web ? WEB_WRAPPER_LINES : 0), Number(column) - 1)
      if (!('originalSource' in found)) return whole
      const source = relative(process.cwd(), resolve(dirname(bundle), found.originalSource))
      return `${source}:${found.originalLine + 1}:${found.originalColumn + 1}`
    })
}
