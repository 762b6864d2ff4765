import {parseDocument} from 'yaml'
import {type Memory, recall, shelf} from './memory.ts'
import type {FrontMatter} from './proposal.ts'
import type {Span} from './span.ts'
import {unparsable} from './yaml-limits.ts'

/**
 * The fields of a document's YAML front matter; broken YAML yields a problem and no fields, never an error.
 * @param span of the block with its fences
 * @param yaml what stands between them; undefined where there is none
 */
export function frontMatterOf(span: Span | undefined, yaml: string | undefined, memory: Memory): FrontMatter {
  if (!span || yaml === undefined) return {span: {start: 0, end: 0}, fields: {}, problem: undefined}
  const known = shelf<Omit<FrontMatter, 'span'>>(memory, 'front matter')
  return {span: {start: span.start, end: span.end}, ...recall(known, yaml, fieldsOf)}
}

function fieldsOf(yaml: string): Omit<FrontMatter, 'span'> {
  const refused = unparsable(yaml)
  if (refused !== undefined) return {fields: {}, problem: refused}
  const document = parseDocument(yaml, {prettyErrors: false})
  const [error] = document.errors
  if (error) return {fields: {}, problem: error.message}
  try {
    const value: unknown = document.toJS({maxAliasCount: 100})
    const fields = value !== null && typeof value === 'object' && !Array.isArray(value) ? {...value} : {}
    return {fields, problem: undefined}
  } catch (error) {
    return {fields: {}, problem: error instanceof Error ? error.message : String(error)}
  }
}
