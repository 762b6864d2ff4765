import {type Layer, readLayer} from './layer.ts'

/**
 * The layer that an editor's settings make: the keys under `buyIn`.
 * @returns the layer without each value that does not fit, and a sentence about each of those
 */
export function readSettings(value: unknown): {settings: Layer; problems: string[]} {
  const {layer, misfits} = readLayer(value, undefined, ['trace', 'wait', 'changedFilesOnly'])
  return {
    settings: layer,
    problems: misfits.map(({path, message}) => `${['buyIn', ...path].join('.')}: ${message}.`)
  }
}
