import type {Root} from 'mdast'
import {parseDocument} from 'yaml'
import {spanOf} from './plain-text.ts'
import type {FrontMatter} from './proposal.ts'
import {unparsable} from './yaml-limits.ts'

/** The fields of a document's YAML front matter; broken YAML yields a problem and no fields, never an error. */
export function frontMatterOf(tree: Root): FrontMatter {
  const [first] = tree.children
  if (first?.type !== 'yaml') return {span: {start: 0, end: 0}, fields: {}, problem: undefined}
  const span = spanOf(first)
  const refused = unparsable(first.value)
  if (refused !== undefined) return {span, fields: {}, problem: refused}
  const document = parseDocument(first.value, {prettyErrors: false})
  const [error] = document.errors
  if (error) return {span, fields: {}, problem: error.message}
  try {
    const value: unknown = document.toJS({maxAliasCount: 100})
    const fields = value !== null && typeof value === 'object' && !Array.isArray(value) ? {...value} : {}
    return {span, fields, problem: undefined}
  } catch (error) {
    return {span, fields: {}, problem: error instanceof Error ? error.message : String(error)}
  }
}
