import {type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument} from 'yaml'
import {unparsable} from '../analysis/yaml-limits.ts'
import type {Misfit} from './layer.ts'

/** A problem of a configuration, at its place. */
export interface Problem {
  /** URI of the file. */
  readonly file: string
  /** Counts from 1. */
  readonly line: number
  readonly message: string
}

/**
 * The problems of one configuration as one message, which names the first by its place.
 * @param shown the file as its reader knows it
 */
export function problemMessage([first, ...rest]: readonly [Problem, ...Problem[]], shown: string): string {
  const more =
    rest.length === 0
      ? ''
      : ` The same file has ${rest.length} more such ${rest.length === 1 ? 'line' : 'lines'}: ${rest.map(({line}) => line).join(', ')}.`
  const end = /[.?!]$/.test(first.message) ? '' : '.'
  return `${shown}:${first.line}: ${first.message}${end}${more} All else keeps working.`
}

/** JSON, which is YAML too, or YAML, with the place of each of its parts. */
export interface Source {
  /** Undefined where it cannot be read. */
  readonly value: unknown
  /** What keeps it from being read. */
  readonly broken: {readonly line: number; readonly message: string} | undefined
  lineOf(misfit: Pick<Misfit, 'path' | 'atKey'>): number
  readonly document: Document
}

/** @param firstLine the number of the text's first line in its file */
export function readSource(text: string, firstLine = 1): Source {
  const refused = unparsable(text)
  const lines = new LineCounter()
  const document: Document = parseDocument(refused === undefined ? text : '', {
    prettyErrors: false,
    lineCounter: lines
  })
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
  const [error] = document.errors
  const parsed =
    refused !== undefined
      ? {message: refused, at: 0}
      : error
        ? {message: error.message, at: error.pos[0]}
        : toValue(document)
  return {
    value: 'value' in parsed ? parsed.value : undefined,
    broken: 'value' in parsed ? undefined : {line: lineAt(parsed.at), message: parsed.message},
    lineOf: ({path, atKey}) => lineAt(offsetOf(document, path, atKey)),
    document
  }
}

function toValue(document: Document): {value: unknown} | {message: string; at: number} {
  try {
    return {value: document.toJS({maxAliasCount: 100})}
  } catch (error) {
    return {message: error instanceof Error ? error.message : String(error), at: 0}
  }
}

function offsetOf(document: Document, path: Misfit['path'], atKey: boolean): number {
  const parent = document.getIn(path.slice(0, -1), true)
  const pair = isMap(parent)
    ? parent.items.find(({key}) => String(isScalar(key) ? key.value : key) === String(path.at(-1)))
    : undefined
  const value = path.length === 0 ? document.contents : document.getIn(path, true)
  const node = atKey ? pair?.key : isCollection(value) ? (pair?.key ?? value) : (value ?? pair?.key)
  return (isNode(node) && node.range?.[0]) || 0
}
