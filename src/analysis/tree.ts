import type {Nodes} from 'mdast'
import {parse, postprocess, preprocess} from 'micromark'
import {decodeString} from 'micromark-util-decode-string'
import type {Event, Extension, Point, Token} from 'micromark-util-types'

type NodeType = Nodes['type'] | 'toml'

/**
 * A node of mdast without the fields that nobody here reads. To make the whole of it takes as long as all that comes
 * before, the reading of the text character by character.
 */
export interface MarkdownNode {
  readonly type: NodeType
  readonly position?: {readonly start: Place; readonly end: Place} | undefined
  readonly children?: readonly MarkdownNode[]
  /** Of text, HTML and front matter. */
  readonly value?: string
  /** Of headings, from 1. */
  readonly depth?: number
  /** Of items of a task list: whether they are ticked. */
  readonly checked?: boolean | null | undefined
  /** Of link definitions and footnotes. */
  readonly identifier?: string
}

interface Place {
  readonly offset?: number | undefined
}

/** A node while it is made. */
interface Growing {
  type: NodeType
  position: {start: Point; end: Point}
  children?: Growing[]
  value?: string
  depth?: number
  checked?: boolean
  identifier?: string
}

interface Parent extends Growing {
  children: Growing[]
}

/** The tokens that become a node with what is in them, and the node's type. */
const parents = new Map<string, NodeType>([
  ['paragraph', 'paragraph'],
  ['atxHeading', 'heading'],
  ['setextHeading', 'heading'],
  ['blockQuote', 'blockquote'],
  ['listOrdered', 'list'],
  ['listUnordered', 'list'],
  ['gfmFootnoteDefinition', 'footnoteDefinition'],
  ['table', 'table'],
  ['tableRow', 'tableRow'],
  ['tableHeader', 'tableCell'],
  ['tableData', 'tableCell'],
  ['emphasis', 'emphasis'],
  ['strong', 'strong'],
  ['strikethrough', 'delete'],
  ['link', 'linkReference'],
  ['autolink', 'link'],
  ['literalAutolink', 'link']
])

/** The tokens that become a node whatever is in them. */
const leaves = new Map<string, NodeType>([
  ['codeFenced', 'code'],
  ['codeIndented', 'code'],
  ['codeText', 'inlineCode'],
  ['htmlFlow', 'html'],
  ['htmlText', 'html'],
  ['definition', 'definition'],
  ['thematicBreak', 'thematicBreak'],
  ['hardBreakEscape', 'break'],
  ['hardBreakTrailing', 'break'],
  ['image', 'imageReference'],
  ['gfmFootnoteCall', 'footnoteReference'],
  ['yaml', 'yaml'],
  ['toml', 'toml']
])

/** The tokens that are words; neighbours become one node. */
const words = new Set([
  'data',
  'characterEscape',
  'characterReference',
  'autolinkProtocol',
  'autolinkEmail',
  'literalAutolinkEmail',
  'literalAutolinkHttp',
  'literalAutolinkWww'
])

/** The tokens that HTML and front matter are made of. */
const sources = new Set(['htmlFlowData', 'htmlTextData', 'yamlValue', 'tomlValue', 'lineEnding'])

/** The nodes in which a line that ends is words, too. */
const lined: ReadonlySet<NodeType> = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference'
])

/** What may stand between the last words of a list item and the next item. */
const trailing = new Set([
  'lineEnding',
  'lineEndingBlank',
  'linePrefix',
  'listItemIndent',
  'blockQuotePrefix',
  'blockQuotePrefixWhitespace',
  'blockQuoteMarker'
])

/** Reads Markdown into its tree. */
export function treeOf(text: string, extensions: Extension[]): MarkdownNode {
  const chunks = preprocess()(text, undefined, true)
  return build(postprocess(parse({extensions}).document().write(chunks)))
}

function build(events: readonly Event[]): MarkdownNode {
  const start: Point = {line: 1, column: 1, offset: 0, _index: 0, _bufferIndex: -1}
  let top: Parent = {type: 'root', position: {start, end: events.at(-1)?.[1].end ?? start}, children: []}
  const root = top
  const open: Parent[] = []
  /** A line break takes in the line ending after it. */
  let broken: Growing | undefined
  /** Past the words of an underlined heading. */
  let underlined = false

  const enter = (type: NodeType, {start, end}: Pick<Token, 'start' | 'end'>) => {
    const node: Parent = {type, position: {start, end}, children: []}
    top.children.push(node)
    open.push(top)
    top = node
  }
  const leave = () => {
    top = open.pop() ?? root
  }
  const addWords = (event: Event) => {
    const [, token, context] = event
    const source = context.sliceSerialize(token)
    const value = token.type.startsWith('character') ? decodeString(source) : source
    const last = top.children.at(-1)
    if (last?.type === 'text') {
      last.position.end = token.end
      last.value += value
    } else top.children.push({type: 'text', position: {start: token.start, end: token.end}, value})
  }
  const closeItem = (at: number) => {
    if (top.type !== 'listItem') return
    top.position.end = endOfItem(events, at)
    leave()
  }

  for (let at = 0; at < events.length; at++) {
    const event = events[at] as Event
    const [kind, token] = event
    const type: string = token.type
    if (kind === 'exit') {
      if (type === 'lineEnding') {
        if (broken) {
          broken.position.end = token.end
          broken = undefined
        } else if (!underlined && lined.has(top.type)) addWords(event)
      } else if (type === 'setextHeadingText') underlined = true
      else if (parents.has(type)) {
        if (type === 'paragraph') dropCheck(top, open.at(-1))
        else if (type === 'setextHeading') underlined = false
        else if (top.type === 'listItem') closeItem(at)
        leave()
      }
      continue
    }
    if (words.has(type)) {
      addWords(event)
      at = exitOf(events, at)
      continue
    }
    const parent = parents.get(type)
    if (parent !== undefined) {
      enter(parent, token)
      continue
    }
    const leaf = leaves.get(type)
    if (leaf !== undefined) {
      const end = exitOf(events, at)
      const node = leafOf(leaf, events, at, end)
      top.children.push(node)
      if (leaf === 'break') broken = node
      at = end
      continue
    }
    switch (type) {
      case 'listItemPrefix':
        closeItem(at)
        enter('listItem', token)
        break
      case 'atxHeadingSequence':
        top.depth ??= token.end.offset - token.start.offset
        break
      case 'setextHeadingLineSequence':
        top.depth = event[2].sliceSerialize(token).startsWith('=') ? 1 : 2
        break
      case 'taskListCheckValueChecked':
      case 'taskListCheckValueUnchecked': {
        const item = open.at(-1)
        if (item) item.checked = type === 'taskListCheckValueChecked'
        break
      }
      case 'gfmFootnoteDefinitionLabelString':
        top.identifier = identifierOf(event)
        at = exitOf(events, at)
        break
      case 'resource':
        top.type = 'link'
        at = exitOf(events, at)
        break
      case 'reference':
        at = exitOf(events, at)
    }
  }
  return root
}

/** The index of the event that closes what another one opens. */
function exitOf(events: readonly Event[], enter: number): number {
  const token = events[enter]?.[1]
  let at = enter + 1
  while (at < events.length - 1 && events[at]?.[1] !== token) at++
  return at
}

function leafOf(type: NodeType, events: readonly Event[], from: number, to: number): Growing {
  const {start, end} = (events[from] as Event)[1]
  const node: Growing = {type, position: {start, end}}
  if (type === 'html') node.value = sourceIn(events, from, to)
  else if (type === 'yaml' || type === 'toml')
    node.value = sourceIn(events, from, to).replace(/^(\r?\n|\r)|(\r?\n|\r)$/g, '')
  else if (type === 'imageReference' && events[to - 1]?.[1].type === 'resource') node.type = 'image'
  else if (type === 'definition') {
    const label = events.slice(from, to).find(([, {type}]) => type === 'definitionLabelString')
    if (label) node.identifier = identifierOf(label)
  }
  return node
}

/** What stands in HTML or front matter, without what makes quotes and lists of it. */
function sourceIn(events: readonly Event[], from: number, to: number): string {
  let value = ''
  for (let at = from; at < to; at++) {
    const [kind, token, context] = events[at] as Event
    if (kind === 'enter' && sources.has(token.type)) value += context.sliceSerialize(token)
  }
  return value
}

/** A name as it is compared with others. */
function identifierOf([, token, context]: Event): string {
  const folded = context.sliceSerialize(token).replace(/[\t\n\r ]+/g, ' ')
  return folded.replace(/^ | $/g, '').toLowerCase().toUpperCase().toLowerCase()
}

/** Where the list item ends that ends before an event: with its last words. */
function endOfItem(events: readonly Event[], before: number): Point {
  let end = events[before]?.[1].end
  for (let at = before - 1; at >= 0; at--) {
    const [, token] = events[at] as Event
    if (!trailing.has(token.type)) break
    if (token.type.startsWith('lineEnding')) end = token.start
  }
  return end as Point
}

/** The blank after the box of a task is no part of its words. */
function dropCheck(paragraph: Parent, item: Parent | undefined): void {
  if (item?.type !== 'listItem' || item.checked === undefined) return
  const [head] = paragraph.children
  if (head?.type !== 'text' || item.children.find(({type}) => type === 'paragraph') !== paragraph) return
  head.value = head.value?.slice(1) ?? ''
  if (head.value === '') {
    paragraph.children.shift()
    return
  }
  const {line, column, offset, _index, _bufferIndex} = head.position.start
  head.position.start = {line, column: column + 1, offset: offset + 1, _index, _bufferIndex}
  paragraph.position.start = head.position.start
}
