import {isMap, isScalar, type Pair} from 'yaml'
import {projectFiles} from './project-folders.ts'
import {readSource} from './source.ts'

/** What replaces a stretch of a text; UTF-16 offsets, `end` exclusive. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The name of a project file that is made where there is none. */
export const newProjectFile = projectFiles[0]

/** A project file that switches one rule off. */
export function projectWithout(ruleId: string): string {
  return `${JSON.stringify({rules: {[ruleId]: 'off'}}, undefined, 2)}\n`
}

/**
 * The change to a project file's text that switches one rule off and leaves all else as it stands; undefined
 * where the file cannot be read.
 * @param file URI or path of the project file
 */
export function switchOff(file: string, text: string, ruleId: string): Change | undefined {
  const {document, broken} = readSource(text)
  if (broken) return undefined
  const path = file.endsWith('/package.json') ? ['buy-in', 'rules'] : ['rules']
  const yaml = file.endsWith('.yaml')
  if (document.contents === null && yaml) {
    return {
      start: text.length,
      end: text.length,
      text: `${text === '' || text.endsWith('\n') ? '' : '\n'}rules:\n  ${ruleId}: off\n`
    }
  }
  const rules = document.getIn(path, true)
  const map = isMap(rules) ? rules : document.getIn(path.slice(0, -1), true)
  if (!isMap(map) || !map.range) return undefined
  const entry: [string, unknown] = isMap(rules) ? [ruleId, 'off'] : ['rules', {[ruleId]: 'off'}]
  const there = map.items.find(({key}) => keyOf(key) === entry[0])
  const value = there?.value
  if (value !== null && typeof value === 'object' && 'range' in value && Array.isArray(value.range)) {
    const [start, end] = value.range
    const off = map.flow ? JSON.stringify(entry[1]) : isMap(rules) ? 'off' : `\n  ${ruleId}: off`
    return {start, end, text: off}
  }
  return map.flow ? intoFlow(text, map.range[0], map.items, entry) : intoBlock(text, map.items, entry)
}

function keyOf(key: unknown): unknown {
  return isScalar(key) ? key.value : key
}

/** `"key": value` as the first entry of an object in braces, laid out as its other entries are. */
function intoFlow(text: string, at: number, items: readonly Pair[], [key, value]: [string, unknown]): Change {
  const start = at + 1
  const after = /^(\s*)([\s\S])/.exec(text.slice(start))
  const lineStart = text.lastIndexOf('\n', at) + 1
  const outer = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? ''
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const inner =
    after?.[1]?.includes('\n') && items.length > 0
      ? after[1]
      : `${eol}${outer}${outer.includes('\t') ? '\t' : '  '}`
  const step = inner.slice(inner.lastIndexOf('\n') + 1).slice(outer.length) || '  '
  const printed = JSON.stringify(value, undefined, step).replaceAll('\n', inner)
  const closing = items.length > 0 ? ',' : `${eol}${outer}`
  const end = items.length > 0 ? start : start + (after?.[1]?.length ?? 0)
  const gap = items.length > 0 && !after?.[1]?.includes('\n') ? inner : ''
  return {start, end, text: `${inner}${JSON.stringify(key)}: ${printed}${closing}${gap}`}
}

/** `key: value` as the first entry of a mapping in YAML's block style. */
function intoBlock(text: string, items: readonly Pair[], [key, value]: [string, unknown]): Change {
  const [first] = items
  const start = (isScalar(first?.key) && first.key.range?.[0]) || 0
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const lines =
    typeof value === 'string'
      ? `${key}: ${value}`
      : `${key}:\n${indent}  ${Object.entries(value ?? {})
          .map(([id, severity]) => `${id}: ${severity}`)
          .join('')}`
  return {start, end: start, text: `${lines}\n${indent}`}
}
