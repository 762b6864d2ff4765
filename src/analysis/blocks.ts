import {type Change, changeOf} from './change.ts'
import {countNames, isOpening, namesFor, namesIn, opening} from './names.ts'
import {parseStretch, parseWhole} from './parse.ts'
import {childrenOf, spanOf} from './plain-text.ts'
import type {Span} from './span.ts'
import {tamed} from './tame.ts'
import type {MarkdownNode} from './tree.ts'

/** A top-level block of a document: a paragraph, a whole list, a heading. */
export interface Block<Read> extends Span {
  readonly type: MarkdownNode['type']
  /** The link definitions and footnotes that it defines, each in the shortest source that defines it, too. */
  readonly names: readonly string[]
  /** What was read from it, where it stood then. */
  readonly read: Read
  /** How far the positions of `read` are from those in the text. */
  readonly shift: number
}

/** A document parsed into its blocks, which its next version can reuse. */
export interface Blocks<Read> {
  readonly text: string
  readonly blocks: readonly Block<Read>[]
  /** How often each name is defined; see `Block`. */
  readonly names: ReadonlyMap<string, number>
  /** Whether it was parsed as it stands: see `tamed`. */
  readonly tame: boolean
}

/** What is read from blocks; positions are offsets into the source that a block was parsed from, not into the document. */
export interface Reader<Read> {
  /**
   * Reads a block once it was parsed.
   * @param gone what was read from the blocks of the version before that are parsed again
   */
  readonly read: (node: MarkdownNode, source: string, gone: readonly Read[]) => Read
  /**
   * What would be read after a change inside the block; undefined where that is not plain without parsing it.
   * @param inserted what stands at the change afterwards
   */
  readonly reword?: (read: Read, change: Change, inserted: string) => Read | undefined
  /** What is read after a change of what stands between the fences of code. */
  readonly recode?: (read: Read, change: Change) => Read
}

/**
 * Parses a document into its top-level blocks. Of a later version only those are parsed that a change can have
 * touched; the result is the same as without the earlier one.
 * @param previous what was made of an earlier version with the same reader
 */
export function blocksOf<Read>(text: string, reader: Reader<Read>, previous?: Blocks<Read>): Blocks<Read> {
  const change = previous && changeOf(previous.text, text)
  if (previous && !change) return previous
  const again = previous && change && reparse(text, reader, previous, change)
  if (again) return again
  const {tree, tame} = parseWhole(text)
  const gone = previous?.blocks.map(({read}) => read) ?? none
  const blocks = childrenOf(tree).map((node) => blockOf(node, text, reader, 0, gone))
  return {text, blocks, names: countNames(blocks), tame}
}

function blockOf<Read>(
  node: MarkdownNode,
  source: string,
  {read}: Reader<Read>,
  shift: number,
  gone: readonly Read[]
): Block<Read> {
  const {start, end} = spanOf(node)
  return {
    type: node.type,
    start: start + shift,
    end: end + shift,
    names: namesIn(node, source),
    read: read(node, source, gone),
    shift
  }
}

const none: readonly never[] = []

/** Whether a text needs no taming that needed none before a change: only the paragraphs that it touches can do so. */
function isTame(text: string, {start, end, shift}: Change): boolean {
  let from = lineStart(text, start)
  while (from > 0 && !/\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, from - 80), from)))
    from = lineStart(text, from - 1)
  const gap = /\n[ \t]*\r?\n/g
  gap.lastIndex = end + shift
  const found = gap.exec(text)
  const stretch = text.slice(from, found ? gap.lastIndex : undefined)
  return tamed(stretch) === stretch
}

/** Of what is left, so much is tried before all the rest is parsed. */
const share = 0.1

/** Parses what a change can have touched; undefined where that may be anything. */
function reparse<Read>(
  text: string,
  reader: Reader<Read>,
  previous: Blocks<Read>,
  change: Change
): Blocks<Read> | undefined {
  // A second byte order mark would be dropped, and with it the right positions.
  if (text.startsWith('\uFEFF') || previous.text.startsWith('\uFEFF')) return undefined
  if (!previous.tame) return undefined
  const {blocks} = previous
  const index = lastBefore(blocks, change.start, previous.text)
  const reworded = rewordedBlocks(text, reader, previous, index, change)
  if (reworded) return reworded
  if (!isTame(text, change)) return undefined
  // What opens like front matter is some once a line closes it, however far below.
  if (opensMatter(text) && !isMatter(blocks[0])) return undefined
  const recoded = recodedBlocks(text, reader, previous, index, change)
  if (recoded) return recoded
  const parsed = parseAround(text, reader, previous, Math.max(0, index), change)
  return parsed && withReferences(text, reader, parsed)
}

/** Parses the block that a change has touched, and as much around it as has to be parsed with it. */
function parseAround<Read>(
  text: string,
  reader: Reader<Read>,
  previous: Blocks<Read>,
  touched: number,
  change: Change
): Parsed<Read> | undefined {
  const {blocks} = previous
  const first = firstOf(blocks, touched, change, previous.text)
  const above = blocks[first - 1]
  // Below indented code the parser takes less for the beginning of a list.
  if (above && isIndentedCode(above.type, previous.text, above.start)) return undefined
  // In the text before: the change may take away what the block was indented by, and break the line there.
  const from = first === 0 ? 0 : lineStart(previous.text, blocks[first]?.start ?? 0)
  const ends = endsOf(text, previous, touched, change)
  for (let size = 0; ; ) {
    const next = ends.find(({at}) => at - from > size)
    const until = next && (size === 0 || next.at - from < share * (text.length - from)) ? next : undefined
    const parsed = parseFrom(text, reader, previous, first, from, change.shift, until)
    if (parsed !== 'open') return parsed
    size = Math.max(4 * ((until?.at ?? from) - from), 1000)
  }
}

/** Blocks of which some were parsed again. */
interface Parsed<Read> {
  readonly blocks: Blocks<Read>
  /** Index of the first that was, and of the one after the last. */
  readonly first: number
  readonly after: number
  /** The names that are defined now and were not before, or the other way round. */
  readonly renamed: readonly string[]
}

/**
 * Parses again, one by one, the other blocks in which a name may stand that has got a meaning or lost it: words that
 * refer make links of themselves, and no other blocks. Undefined where that is much of the text.
 */
function withReferences<Read>(
  text: string,
  reader: Reader<Read>,
  {blocks, first, after, renamed}: Parsed<Read>
): Blocks<Read> | undefined {
  let most = share * text.length
  let all = blocks
  if (renamed.length === 0) return all
  for (let index = blocks.blocks.length - 1; index >= 0; index--) {
    const block = all.blocks[index]
    if (!block || (index >= first && index < after) || silent.has(block.type)) continue
    const {start, end} = block
    if (namesFor(text.slice(start, end), renamed).length === 0) continue
    most -= end - start
    if (most < 0) return undefined
    const parsed = parseAround(text, reader, all, index, {start, end, shift: 0})
    if (!parsed || parsed.renamed.length > 0) return undefined
    all = parsed.blocks
  }
  return all
}

/** The blocks in which nothing refers to a name. */
const silent: ReadonlySet<MarkdownNode['type']> = new Set([
  'code',
  'definition',
  'html',
  'thematicBreak',
  'toml',
  'yaml'
])

/** The blocks after a change inside one of them that left all of them what they are; undefined where it may have not. */
function rewordedBlocks<Read>(
  text: string,
  {reword}: Reader<Read>,
  previous: Blocks<Read>,
  index: number,
  {start, end, shift}: Change
): Blocks<Read> | undefined {
  const block = previous.blocks[index]
  if (!reword || !block || end > block.end) return undefined
  const change = {start: start - block.shift, end: end - block.shift, shift}
  const read = reword(block.read, change, text.slice(start, end + shift))
  return read === undefined ? undefined : withRead(text, previous, index, read, shift)
}

/** The same after a change between the fences of code that makes no fence. */
function recodedBlocks<Read>(
  text: string,
  {recode}: Reader<Read>,
  previous: Blocks<Read>,
  index: number,
  {start, end, shift}: Change
): Blocks<Read> | undefined {
  const block = previous.blocks[index]
  if (!recode || block?.type !== 'code' || !isFence(previous.text, block.start)) return undefined
  // Neither the line that opens it, nor that which closes it or is its last.
  if (start <= lineEnd(previous.text, block.start) || end + 1 >= lineStart(previous.text, block.end))
    return undefined
  if (fence.test(text.slice(lineStart(text, start), lineEnd(text, end + shift)))) return undefined
  const change = {start: start - block.shift, end: end - block.shift, shift}
  return withRead(text, previous, index, recode(block.read, change), shift)
}

/** A line that can close fenced code. */
const fence = /^[ \t]*(?:```|~~~)/m

/** The blocks of which one is read as something else, and longer by `shift`. */
function withRead<Read>(
  text: string,
  {blocks, names}: Blocks<Read>,
  index: number,
  read: Read,
  shift: number
): Blocks<Read> {
  const block = blocks[index] as Block<Read>
  const all = [
    ...blocks.slice(0, index),
    {...block, end: block.end + shift, read},
    ...moved(blocks.slice(index + 1), shift)
  ]
  return {text, blocks: all, names, tame: true}
}

function moved<Read>(blocks: readonly Block<Read>[], shift: number): readonly Block<Read>[] {
  if (shift === 0) return blocks
  return blocks.map(({type, start, end, names, read, shift: before}) => ({
    type,
    start: start + shift,
    end: end + shift,
    names,
    read,
    shift: before + shift
  }))
}

/** A place to stop: before the block with an index, at the beginning of its line in the new text. */
interface End {
  readonly index: number
  readonly at: number
}

/** Where a parse may stop, from the first block on that begins after the change. */
function endsOf(
  text: string,
  {text: previousText, blocks}: Blocks<unknown>,
  touched: number,
  {end, shift}: Change
): {find(fits: (end: End) => boolean): End | undefined} {
  return {
    find(fits) {
      for (let index = touched + 1; index < blocks.length; index++) {
        const block = blocks[index]
        // A definition and an underlined heading below it, in one paragraph, are told to begin at the same place.
        if (block && block.start < (blocks[index - 1]?.end ?? 0)) continue
        const at = (block?.start ?? 0) + shift
        // Not indented, so that no list and no footnote takes it in.
        if (!block || !isLineStart(text, at) || /[ \t]/.test(text.charAt(at))) continue
        // Its indent may have been taken away, or what stood right above it and made of it what it is.
        const line = lineStart(previousText, block.start)
        if (line < end) continue
        const afterBlank = isAfterBlank(text, at) && isAfterBlank(previousText, line)
        if (!afterBlank && !isAtxHeading(block, text, at)) continue
        const found = {index, at}
        if (fits(found)) return found
      }
      return undefined
    }
  }
}

/**
 * Parses the new text from the line of one block on up to that of another, or to the end.
 * @returns `open` where what is parsed does not end there; undefined where that cannot be told
 */
function parseFrom<Read>(
  text: string,
  reader: Reader<Read>,
  {text: previousText, blocks, names}: Blocks<Read>,
  first: number,
  from: number,
  shift: number,
  until: End | undefined
): Parsed<Read> | 'open' | undefined {
  const after = until?.index ?? blocks.length
  const stretch = text.slice(from, until?.at)
  const gone = countNames(blocks.slice(first, after))
  const elsewhere = [...names].flatMap(([name, times]) => (times > (gone.get(name) ?? 0) ? [name] : []))
  const wanted = namesFor(stretch, elsewhere)
  const head = opening(wanted)
  if (from === 0 && head !== '' && opensMatter(text)) return undefined
  // A blank line changes nothing, and makes a short string of its own that does not hold on to the whole text.
  const before = from === 0 ? head : head || '\n'
  if (before === '' && stretch.startsWith('\uFEFF')) return undefined
  const source = `${before}${stretch}${until ? closing : ''}`
  const children = childrenOf(parseStretch(source, from === 0))
  const opened = head === '' ? [] : children.slice(0, wanted.length + 1)
  if (head !== '' && !isOpening(opened, wanted, source)) return undefined
  if (from === 0 && opensMatter(text) && !isMatter(children[0])) return undefined
  const nodes = children.slice(opened.length, until ? -1 : undefined)
  if (until) {
    const end = children.at(-1)
    if (end?.type !== 'thematicBreak' || spanOf(end).start !== source.length - closing.length) return 'open'
    // A list takes in more of its items; and where code that is open in a list or quote ends, with the blank lines
    // below it or without, depends on whether another one follows.
    if (isContainer(nodes.at(-1)) && isContainer(blocks[until.index])) return 'open'
    // See above: what comes next was read below another kind of block, or below code that stood below another kind.
    const [was, last] = [blocks[until.index - 1], nodes.at(-1)]
    if (was && isIndentedCode(was.type, previousText, was.start)) return 'open'
    if (last && isIndentedCode(last.type, source, spanOf(last).start)) return 'open'
  }
  // The parser goes on below a list or quote as if it still were inside: what may interrupt indented code differs.
  if (
    isContainer(blocks[first - 1]) &&
    nodes[0] &&
    isIndentedCode(nodes[0].type, source, spanOf(nodes[0]).start)
  )
    return undefined
  const were = blocks.slice(first, after).map(({read}) => read)
  const fresh = nodes.map((node) => blockOf(node, source, reader, from - before.length, were))
  const come = countNames(fresh)
  const renamed = [...new Set([...gone.keys(), ...come.keys()])].filter(
    (name) => names.has(name) !== (names.get(name) ?? 0) - (gone.get(name) ?? 0) + (come.get(name) ?? 0) > 0
  )
  const all = [...blocks.slice(0, first), ...fresh, ...moved(blocks.slice(after), shift)]
  return {
    blocks: {text, blocks: all, names: gone.size + come.size === 0 ? names : countNames(all), tame: true},
    first,
    after: first + fresh.length,
    renamed
  }
}

/** Stands at the end of a stretch: what is still open there swallows it. */
const closing = '***\n'

/** Index of the last block whose first line begins at an offset or before it; -1 where there is none. */
function lastBefore(blocks: readonly Block<unknown>[], offset: number, text: string): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lineStart(text, blocks[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Index of the block with which to begin: the last one, up to the one touched, that begins whatever the change is. */
function firstOf(blocks: readonly Block<unknown>[], touched: number, {start}: Change, text: string): number {
  for (let index = touched; index > 0; index--) {
    const block = blocks[index]
    const before = blocks[index - 1]
    if (!block || !before || block.start < before.end) continue
    const line = lineStart(text, block.start)
    if (isClosed(before, text)) return index
    if (!isAfterBlank(text, line)) continue
    if (isClosedByBlank(before) || lineEnd(text, block.start) < start) return index
  }
  return 0
}

/** Whether a block that another one follows has ended by itself, whatever comes next. */
function isClosed({type, start}: Block<unknown>, text: string): boolean {
  if (type === 'heading' || type === 'thematicBreak' || isMatter({type})) return true
  return type === 'code' && isFence(text, start)
}

/** Whether a block that another one follows has ended with a blank line between them, whatever comes next. */
function isClosedByBlank({type}: Block<unknown>): boolean {
  return type !== 'list' && type !== 'footnoteDefinition' && type !== 'code'
}

function isContainer(block: {readonly type: string} | undefined): boolean {
  return block?.type === 'list' || block?.type === 'blockquote' || block?.type === 'footnoteDefinition'
}

function opensMatter(text: string): boolean {
  return text.startsWith('---') || text.startsWith('+++')
}

function isMatter(node: {readonly type: string} | undefined): boolean {
  return node?.type === 'yaml' || node?.type === 'toml'
}

function isIndentedCode(type: MarkdownNode['type'], source: string, start: number): boolean {
  return type === 'code' && !isFence(source, start)
}

function isFence(text: string, start: number): boolean {
  return /[`~]/.test(text.charAt(start))
}

function isAtxHeading({type}: Block<unknown>, text: string, start: number): boolean {
  // "#- a" that is underlined begins with a "#", too.
  return type === 'heading' && /^#{1,6}(?:[ \t\r\n]|$)/.test(text.slice(start, start + 7))
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9
}

/** Where the line begins that an offset is in. */
function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isBreak(text.charCodeAt(at - 1))) at--
  return at
}

/** Where the line ends that an offset is in, without its line ending. */
function lineEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++
  return at
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || isBreak(text.charCodeAt(offset - 1))
}

/** Whether the line before the one that begins at an offset is blank, or there is none. */
function isAfterBlank(text: string, start: number): boolean {
  let at = start - 1
  if (at < 0) return true
  if (text.charCodeAt(at) === 10 && text.charCodeAt(at - 1) === 13) at--
  at--
  while (at >= 0 && isSpace(text.charCodeAt(at))) at--
  return at < 0 || isBreak(text.charCodeAt(at))
}
