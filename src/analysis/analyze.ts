import {asksOf} from './asks/asks.ts'
import {impliedAsksOf} from './asks/implied.ts'
import {withAsks, withSlots} from './asks/proof.ts'
import {type BlockOutline, blockOutlineOf, rewordedOutline} from './block-outline.ts'
import {type Block, type Blocks, blocksOf, type Reader} from './blocks.ts'
import {boilerplateOf} from './boilerplate.ts'
import type {Change} from './change.ts'
import {closedBy} from './closed.ts'
import {commentsOf} from './comments.ts'
import {askLikelihood, readElements, shippedModel} from './evidence.ts'
import {frontMatterOf} from './front-matter.ts'
import {languageOf} from './language.ts'
import {type Kept, keptOf, type Memory, newMemory, remember} from './memory.ts'
import {see} from './model/sight.ts'
import {outlineFrom, type Placed} from './outline.ts'
import {withOwnCues} from './own-cues.ts'
import type {Content, Outline} from './passages.ts'
import {hasPlace, placesOf} from './places.ts'
import {profileField, profileOf} from './profile.ts'
import type {Cues, Profile, ProjectFacts, Proposal, Slot} from './proposal.ts'
import {proseEndOf} from './prose-end.ts'
import {quantitiesOf} from './quantities.ts'
import {questionsOf} from './questions.ts'
import {shifted} from './span.ts'
import {titleOf} from './title.ts'
import type {MarkdownNode} from './tree.ts'

export interface AnalyzeOptions {
  /** The kind of document, where settings name it; the front matter of the document goes before. */
  readonly profile?: Profile | undefined
  readonly project?: ProjectFacts
  /** How its file is called, without the folders; undefined where it was never saved. */
  readonly file?: string | undefined
  readonly cues?: Cues
  /** A text of more KB, counted in UTF-16 units, is not read. */
  readonly largestKB?: number
}

/** A document as it was read, with all that the reading of its next version can reuse. */
export interface Analysis {
  readonly proposal: Proposal
  readonly blocks: Blocks<BlockRead>
  readonly placed: readonly Placed[]
  readonly kept: Kept
}

/** What is read from a top-level block as soon as it was parsed. */
interface BlockRead extends BlockOutline {
  readonly comments: readonly Slot[]
  /** The source between the fences of YAML front matter. */
  readonly yaml: string | undefined
}

/**
 * Reads a Markdown document as a proposal.
 * @param source any text; nothing is thrown, whatever it holds. A byte order mark is no part of the proposal:
 *   its offsets count from the character after it.
 */
export function analyze(source: string, options: AnalyzeOptions = {}): Proposal {
  return reanalyze(undefined, source, options).proposal
}

/**
 * Reads a later version of a document: only what has changed is parsed and weighed again. The proposal is the same
 * as that of `analyze`.
 * @param previous of any earlier version, read with any options; undefined where there is none
 */
export function reanalyze(
  previous: Analysis | undefined,
  source: string,
  options: AnalyzeOptions = {}
): Analysis {
  const text = source.replace(/^\uFEFF/, '')
  const {largestKB = Number.POSITIVE_INFINITY} = options
  if (text.length > largestKB * 1024) {
    const size = Math.ceil(text.length / 1024).toLocaleString('en')
    const unread = `This has ${size} KB; Buy-In reads documents of up to ${largestKB.toLocaleString('en')} KB (thresholds.largestKB).`
    const nothing = reanalyze(undefined, '', options)
    return {...nothing, proposal: {...nothing.proposal, text, unread}}
  }
  const blocks = blocksOf(text, reader, previous?.blocks)
  const {outline, placed} = outlineFrom(blocks.blocks, text.length, previous?.placed)
  const memory = newMemory(previous?.kept)
  const proposal = read(text, blocks.blocks, outline, memory, options)
  return {proposal, blocks, placed, kept: keptOf(memory)}
}

function readBlock(node: MarkdownNode, source: string, gone: readonly BlockRead[]): BlockRead {
  return blockRead(
    blockOutlineOf(node, source, gone),
    commentsOf(node),
    node.type === 'yaml' ? node.value : undefined
  )
}

/** Field by field: what is spread is a kind of object of its own to V8, each time, and reading such is slow. */
function blockRead(
  {opens, span, passages, introduces}: BlockOutline,
  comments: readonly Slot[],
  yaml: string | undefined
): BlockRead {
  return {opens, span, passages, introduces, comments, yaml}
}

/** See `rewordedOutline`. */
function rewordBlock(block: BlockRead, change: Change, inserted: string): BlockRead | undefined {
  const outline = rewordedOutline(block, change, inserted)
  if (!outline) return undefined
  const comments = block.comments.map(({span, words}) => ({
    span: span.start >= change.end ? shifted(span, change.shift) : span,
    words
  }))
  return blockRead(outline, comments, block.yaml)
}

/** Of code nothing is read but where it stands. */
function recodeBlock(block: BlockRead, {shift}: Change): BlockRead {
  const {start, end} = block.span
  return {...block, span: {start, end: end + shift}}
}

const reader: Reader<BlockRead> = {read: readBlock, reword: rewordBlock, recode: recodeBlock}

function read(
  text: string,
  blocks: readonly Block<BlockRead>[],
  outline: Outline,
  memory: Memory,
  options: AnalyzeOptions
): Proposal {
  const [first] = blocks
  const frontMatter = frontMatterOf(first, first?.read.yaml, memory)
  const boilerplate = boilerplateOf(outline)
  const quantities = outline.passages.map(quantitiesOf)
  const model = shippedModel()
  const sight = see(model, outline, text, memory)
  const likelihood = askLikelihood(sight)
  const title = titleOf(outline)
  const asks = asksOf(text, outline, boilerplate, quantities, likelihood, title, frontMatter)
  const elements = withOwnCues(readElements(model, sight, text), options.cues, outline, boilerplate)
  const named = profileField(frontMatter.fields)
  return {
    text,
    unread: undefined,
    words: wordCount(outline, boilerplate),
    language: languageOf(outline.passages, memory),
    title,
    sections: outline.sections,
    passages: outline.passages,
    boilerplate,
    frontMatter,
    profile: named
      ? {name: named, reason: 'its front matter says so'}
      : options.profile
        ? {name: options.profile, reason: 'the settings say so'}
        : profileOf(text, outline, memory),
    closed: closedBy(frontMatter.fields, outline.passages),
    elements: {
      ...elements,
      ask: withAsks(elements.ask, asks, likelihood),
      timeframe: withSlots(elements.timeframe, 'timeframe', asks),
      effort: withSlots(elements.effort, 'effort', asks),
      resources: withSlots(elements.resources, 'resources', asks)
    },
    asks,
    impliedAsks: impliedAsksOf({...outline, title}, boilerplate, asks),
    questions: questionsOf(outline, boilerplate),
    proseEnd: proseEndOf(blocks),
    comments: blocks
      .filter(({read}) => read.comments.length > 0)
      .flatMap(({read, shift}) =>
        read.comments.map(({span, words}) => ({span: shifted(span, shift), words}))
      ),
    places: placesOf(text, outline),
    quantities: quantities.flat(),
    project: options.project ?? {stakeholders: [], feedback: {}},
    file: options.file
  }
}

/** The author's own words: no form's, none that wait to be filled in. */
function wordCount({passages}: Outline, boilerplate: readonly boolean[]): number {
  let count = 0
  passages.forEach(({content}, index) => {
    if (!boilerplate[index]) count += wordsIn(content)
  })
  return count
}

const wordsIn = remember(({sentences}: Content) => {
  let count = 0
  for (const {words} of sentences) {
    if (hasPlace(words)) continue
    count++
    for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) count++
  }
  return count
})
