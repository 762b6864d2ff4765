import {profiles} from '../analysis/proposal.ts'
import {isRecord, type Layer, layerKeys, quoted, readLayer} from './layer.ts'
import {nearest} from './nearest.ts'
import {type Problem, readSource} from './source.ts'

/**
 * What a document's YAML front matter sets for it alone, under the key `buy-in`: a profile's name, or an object.
 * Front matter that is broken is for the analysis to report.
 * @param file URI of the document
 */
export function readFrontMatter(file: string, text: string): {layer: Layer; problems: Problem[]} {
  const [, opening = '', block = ''] =
    /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text) ?? []
  if (!/^["']?buy-in["']?[ \t]*:/m.test(block)) return {layer: {}, problems: []}
  const {value, lineOf} = readSource(block, opening === '' ? 1 : 2)
  const own = isRecord(value) ? value['buy-in'] : undefined
  if (typeof own === 'boolean' || own === undefined || own === null) return {layer: {}, problems: []}
  const problem = (path: readonly (string | number)[], atKey: boolean, message: string): Problem => ({
    file,
    line: lineOf({path: ['buy-in', ...path], atKey}),
    message
  })
  if (!isRecord(own)) {
    const profile = profiles.find((name) => name === own)
    if (profile) return {layer: {profile}, problems: []}
    const near = nearest(String(own), ['true', 'false', ...profiles])
    const message = `buy-in cannot be ${quoted(own)}; did you mean ${near}?`
    return {layer: {}, problems: [problem([], false, message)]}
  }
  const keys = layerKeys.filter((name) => name !== 'files')
  const {layer, misfits} = readLayer(own, keys)
  return {layer, problems: misfits.map(({path, atKey, message}) => problem(path, atKey, message))}
}
