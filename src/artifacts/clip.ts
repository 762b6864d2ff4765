import {startsWithVerb} from '../analysis/lexicon.ts'
import type {Passage} from '../analysis/passages.ts'
import {fold, readable} from '../analysis/plain-text.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {hull, type Span, trim} from '../analysis/span.ts'
import type {Extract} from './extract.ts'
import {isLostLink} from './lost-links.ts'

/** Words of the author's that stand on their own: contiguous parts of the text, in its order, joined. */
export interface Clipping extends Extract {
  /** What was kept of the text; nothing in a part is altered but the case of the very first letter. */
  readonly parts: readonly Span[]
}

/** Openings that only tie a sentence to the one before it; the sentence says the same without them. */
const connective = new RegExp(
  `^(?:${[
    String.raw`(?:in (?:an? )?(?:response|addition|reaction|answer) to (?:this|that|these)|(?:in order )?to do so|(?:in order )?to \p{Ll}{2,12} (?:an? \p{Ll}+ (?:for|to) )?(?:this|that|these|those|the (?:above|aforementioned|mentioned))(?: \p{Ll}+){0,2}|for (?:this|that) (?:purpose|reason)|because of (?:this|that)|given (?:this|that)|due to (?:this|that)|with (?:this|that|these) (?:goals?|aims?|needs?)(?: in mind)?|that (?:being )?said|nonetheless|first|second|third|fourth|having said that|however|furthermore|in addition|additionally|moreover|also|therefore|thus|hence|consequently|as a result|as such|so|then|finally|firstly|secondly|thirdly|lastly|for this reason|in other words|to this end|with that in mind|similarly|likewise|on top of that|besides|again|indeed|in fact|instead|nevertheless|still|further|overall|in short|in summary|to summari[sz]e|accordingly|more importantly|importantly|in particular|specifically|for example|for instance|of course|as mentioned(?: above| earlier| before| in the \w+ section)?|as (?:noted|stated|described)(?: above| earlier| before)?|in turn|as a consequence|after all|on the other hand|conversely|ultimately|essentially|basically|again|meanwhile|first off|for one|at the same time|to that end|with this in mind|by extension|naturally|luckily|fortunately|unfortunately),\s+`,
    String.raw`(?:and|but|however|further|also|therefore|thus|hence|consequently|additionally|furthermore|moreover|in addition|finally|lastly)\s+(?=(?:we|i|the|this|our|these|there|it|a|an|to|with|in|as)\b|\p{Lu})`,
    String.raw`so\s+(?=(?:we|i|the|this|our)\b)`,
    String.raw`(?:please )?note,?\s+(?:that\s+)?(?=\w)`,
    String.raw`it should be noted that\s+`
  ].join('|')})+`,
  'iu'
)

/** A label before a sentence, which is no part of it: "**Deployment**" on a line of its own, "Summary: …", "TL;DR; …". */
const labels =
  /(?:^|\n)[ \t>]*(?:#{1,6}[^\s#][^\n]*\r?\n\s*(?=\S)|(?:\*\*|__)?[^*_\n.!?]{2,48}(?:\*\*|__):?(?:[ \t]*\\?\r?\n|<br\s*\/?>)\s*(?=\S)|(?:motivation|summary|abstract|background|overview|introduction|goals?|risks?|problem|solution|timeline|project (?:goals?|concept|description))[ \t]*\r?\n\s*(?=\S)|(?:\*\*|__|\*|_)?(?:summary|abstract|description|motivation|problem(?: statement)?|solution|goals?|objective|proposal|overview|tl;?dr|note|value|impact|background|context|answer|introduction|aim|purpose|mission|(?:short|long|brief|elevator|executive) (?:abstract|description|summary|pitch)|(?:optional )?comments?|(?:research )?question|(?:main|core|key|big) (?:idea|point)|details?|remarks?|why|what|how)(?:\*\*|__|\*|_)?\s*[:;]\s*(?:\*\*|__|\*|_)?\s+(?=[^\s]))/giu

/** "WHAT WE NEED" on a line of its own: a heading without its marks. */
const shouted = /^[\p{Lu}\d][\p{Lu}\d'’&/ -]{5,48}:?[ \t]*\r?\n\s*(?=\p{Lu})/u

/** "1.4.2 The gate is closed": the number of a clause. */
const numbered = /^\d{1,2}(?:\.\d{1,2}){1,4}[.)]?\s+(?=\p{Lu})/u

/** What announces a list at the end of a sentence that is whole without it: "…, for the following reasons:". */
const leadIn =
  /(?:,?\s+(?:specifically|namely|by|by doing the following|as follows|such as|including|for example|like so)|,\s+(?:but\s+|and\s+)?(?:which|where|so that|allowing|enabling)\b[^,;:]{0,60}|(?<!\b(?:responsible|accountable|ask(?:ing|s)?|look(?:ing|s)?)),?\s+(?:for|with|in|by|through|via|due to|because of|based on|from|to)\s+(?:(?:all|any|one|some) of\s+)?(?:the|these)\s+(?:\w+\s+)?following(?:\s+[\w-]+){0,4}|,?\s+(?:(?:and\s+)?(?:incorporating|containing|covering)|for|with|in|by) the following(?:\s+[\w-]+){0,4}|,?\s+(?:split|divided|broken (?:down|up))\s+(?:into|among|between|as)\s+(?:the\s+)?follow(?:ing|s)(?:\s+[\w-]+){0,3})\s*:\s*$/i

/** A link at the end that says no more than where it leads: "we finished a draft [here](…)." */
const linkedHere = /\s\[((?:(?:check|click|see|read|look) )?here)(?:\][([][^\s()[\]]{0,400}[)\]][.!]?)?\s*$/i

/** Words that begin a sentence, and no name of a thing that is written small. */
const common =
  /^(?:we|the|this|that|these|our|my|you|your|there|in|for|a|an|to|as|if|when|while|it|they|with|by|on|at|from|since|because|although|most|many|some|all|no|not|each|every)\b/

/** Where a long sentence may end early: what follows explains or adds, it does not limit. */
const tail =
  /;\s|\s[–—]\s|—|\s--?\s|,\s(?:which|where|who|whose|such as|including|e\.g\.|i\.e\.|for example|so that|as well as|even if|thus|thereby|because|since|considering|given|in order to|and (?:we|it|they|I|this|the|that|will|to)|ensuring|making|allowing|enabling|giving|helping|providing|creating|leading)\b/gi
const limiting =
  /\b(?:but|unless|except|only|provided|until|without|not|never|no|if|however|although|though)\b/i
const subordinate =
  /^(?:if|when|while|although|though|as|since|because|once|after|before|given|in order|to|by|with|without|for|in|on|at|from|despite|during|under|based|following|due|unless|until|whether|through|over)\b/i

/** A sentence of a passage, without its connective opening, shortened where that loses no condition. */
export function clipSentence(
  proposal: Proposal,
  passage: Passage,
  span: Span,
  mostWords = Number.POSITIVE_INFINITY
): Clipping {
  const plain = passage.plain.slice(span.start - passage.span.start, span.end - passage.span.start)
  const source = proposal.text.slice(span.start, span.end)
  const label = Array.from(source.matchAll(labels)).at(-1) ?? shouted.exec(source) ?? numbered.exec(source)
  const named = label ? label.index + label[0].length : 0
  const tied = connective.exec(plain.slice(named).trimStart())?.[0].length ?? 0
  const opening = named + (tied > 0 ? plain.length - named - plain.slice(named).trimStart().length + tied : 0)
  const end = beforeLink(source, plain) ?? plain.length - (leadIn.exec(plain)?.[0].length ?? 0)
  let kept = withoutEmptyBrackets(plain, {start: opening, end: Math.max(opening, end)})
  const count = () => kept.reduce((sum, {start, end}) => sum + wordCount(plain.slice(start, end)), 0)
  if (count() > mostWords) kept = kept.flatMap((span) => withoutBrackets(plain, span))
  // No cut may part a number from what it counts, or a date from its year.
  const cuts = (at: number) =>
    !proposal.quantities.some((one) => one.span.start < span.start + at && span.start + at < one.span.end) &&
    !(/\d\s*$/.test(plain.slice(0, at)) && /^\s*(?:[-–—]+|to)?\s*[$€£]?\d/.test(plain.slice(at)))
  if (count() > mostWords) kept = shortened(plain, kept, mostWords, cuts)
  // Where no clause can be left off: the beginning, open as it is.
  const open = count() > Math.max(14, 1.8 * mostWords)
  if (open) kept = withoutOpenBracket(plain, firstWords(plain, kept, mostWords, cuts))
  const parts = kept
    .map(({start, end}) => trim(plain, {start, end}))
    .filter(({start, end}) => end > start)
    .map(({start, end}) => withTicks(proposal.text, passage.span, start + span.start, end + span.start))
  const said = join(parts.map((part) => wordsAt(proposal, passage, part)))
  const words = open ? `${said.replace(/[\s.,;:]+$/, '')} …` : said
  return {
    words: opening > 0 || common.test(words) ? capitalized(words) : words,
    span: parts.length > 0 ? hull(parts) : span,
    parts
  }
}

/** An item of a list, up to a bracket that it was cut in: "support other platforms (ex.". */
export function clipItem(proposal: Proposal, passage: Passage, span: Span, mostWords: number): Clipping {
  const plain = passage.plain.slice(span.start - passage.span.start, span.end - passage.span.start)
  const at = plain.lastIndexOf('(')
  const cut = at > 0 && !plain.includes(')', at)
  return clipSentence(proposal, passage, cut ? {start: span.start, end: span.start + at} : span, mostWords)
}

/** Where a sentence ends that is whole without the link at its end, which only says where to read on. */
function beforeLink(source: string, plain: string): number | undefined {
  const link = linkedHere.exec(source)?.[1]
  const at = link ? plain.lastIndexOf(link) : -1
  return at > 0 && !isLostLink(`${plain.slice(0, at).trimEnd()} here`) ? at : undefined
}

/** A part with the ticks of the code that it begins or ends with. */
function withTicks(text: string, within: Span, start: number, end: number): Span {
  const open = (text.slice(start, end).match(/`/g)?.length ?? 0) % 2 === 1
  if (open && start > within.start && text.charAt(start - 1) === '`') return {start: start - 1, end}
  if (open && end < within.end && text.charAt(end) === '`') return {start, end: end + 1}
  const both = !open && start > within.start && text.charAt(start - 1) === '`' && text.charAt(end) === '`'
  return both && end < within.end ? {start: start - 1, end: end + 1} : {start, end}
}

/** A table row as its cells: the first names it, the others follow. */
export function clipRow(proposal: Proposal, passage: Passage): Clipping {
  const cells = cellsOf(proposal, passage)
  const [first, ...rest] = cells
  const words = first
    ? `${first.words}${rest.length > 0 ? `: ${rest.map(({words}) => words).join(', ')}` : ''}`
    : ''
  return {words, span: passage.span, parts: cells.map(({span}) => span)}
}

/** The cells of a table row that say something. */
export function cellsOf(proposal: Proposal, passage: Passage): Clipping[] {
  return (
    passage.cells
      .map((cell) => ({words: unreferenced(wordsAt(proposal, passage, cell)), span: cell, parts: [cell]}))
      .filter(({words}) => /[\p{L}\p{N}]/u.test(words) && !/^&#?\w+;?$/.test(words))
      // A number in front counts rows.
      .filter(({words}, index) => index > 0 || !/^\d{1,2}[a-z]?\.?$/.test(words))
      // Marks of a scale say nothing without their table.
      .filter(({words}, index) => index === 0 || !/^\d$/.test(words))
  )
}

const entities: Readonly<Record<string, string>> = {
  mdash: '—',
  ndash: '–',
  nbsp: ' ',
  amp: '&',
  gt: '>',
  lt: '<',
  quot: '"'
}

/** The author's words at a span of a passage: code keeps its ticks, other markup is left out. */
function wordsAt({text}: Proposal, passage: Passage, {start, end}: Span): string {
  // A line break between words parts them.
  const source = text.slice(start, end).replace(/<br\s*\/?>/gi, (mark) => ' '.repeat(mark.length))
  const words = readable(
    source,
    passage.plain.slice(start - passage.span.start, end - passage.span.start),
    true
  )
  // A form's star behind the name of a field, and characters by their names.
  return words
    .replace(/\s\*(?=\s*:)/g, '')
    .replace(/&(mdash|ndash|nbsp|amp|gt|lt|quot);/g, (entity, name: string) => entities[name] ?? entity)
}

/** References that are defined nowhere keep their brackets in the text: "![Team][] [compiler]". */
export function unreferenced(words: string): string {
  return words
    .replace(/!\[[^\]]*\](?:\[[^\]]*\])?\s*/g, '')
    .replace(/\[([^\][]+)\](?:\[[^\]]*\])?/g, '$1')
    .trim()
}

/** Words as they stand at an offset of the text, white space folded. */
export function wordsAtOffset(start: number, words: string): Clipping {
  const span = {start, end: start + words.length}
  return {words: fold(words), span, parts: [span]}
}

export function wordCount(words: string): number {
  return words.split(/\s+/).filter((word) => /[\p{L}\p{N}⟨]/u.test(word)).length
}

/** Clippings as one, each after the other. */
export function joined(clippings: readonly Clipping[], separator: string): Clipping {
  const parts = clippings.flatMap(({parts}) => parts)
  const bare = clippings.map(({words}, index) =>
    index < clippings.length - 1 ? words.replace(/[.;,]+$/, '') : words
  )
  return {
    words: bare.join(separator),
    span: parts.length > 0 ? hull(parts) : {start: 0, end: 0},
    parts
  }
}

/** Ends words as a sentence ends. */
export function closed(words: string): string {
  const bare = words.replace(/[\s,;:–—-]+$/, '')
  return /[.!?…]["”')\]]*$/.test(bare) || bare === '' ? bare : `${bare}.`
}

/**
 * Words clipped to at most so many; where that would break them off, to as many more as a sentence may well have
 * that is not.
 */
export function unbroken(clip: (mostWords: number) => Clipping, mostWords: number): Clipping {
  const short = clip(mostWords)
  if (!short.words.endsWith(' …')) return short
  const longer = clip(Math.round(1.7 * mostWords))
  return longer.words.endsWith(' …') ? short : longer
}

/** A clipping as a sentence begins: "use a token", "currently any failure" with a capital; names keep their small letters. */
export function begun(clipping: Clipping): Clipping {
  const {words} = clipping
  const small = /^\p{Ll}+(?= (?!(?:is|are|was|were|has|will|can)\b)\p{L})/u.exec(words)?.[0]
  if (!small || !(startsWithVerb(small) || /ly$/.test(small))) return clipping
  return {...clipping, words: capitalized(words)}
}

function capitalized(words: string): string {
  return words.replace(/^["“'(]*\p{Ll}/u, (letter) => letter.toUpperCase())
}

function join(words: readonly string[]): string {
  return fold(words.filter(Boolean).join(' ')).replace(/\s+([.,;:!?])(?=\s|$)/g, '$1')
}

/** Without what stands in round brackets, where that is an aside and no condition. */
function withoutBrackets(plain: string, span: Span): Span[] {
  return without(plain, span, /\s*\([^()]{8,}\)/g)
}

/** Without the brackets of a link that had no words: "(see )". */
function withoutEmptyBrackets(plain: string, span: Span): Span[] {
  return without(plain, span, /\s{1,99}\(\s{0,99}(?:(?:see|cf\.?|e\.g\.?)\s{0,99})?\)/gi)
}

function without(plain: string, {start, end}: Span, aside: RegExp): Span[] {
  const kept: Span[] = []
  let at = start
  for (const {index, 0: words} of plain.matchAll(aside)) {
    if (index < start || index + words.length > end || limiting.test(words)) continue
    // "2,000 EUR (from the approved budget)": other money than 2,000 EUR.
    if (
      /^\s*\((?:from|out of|of which|already|instead)\b/i.test(words) &&
      /\d\S*(?:\s?\p{Lu}{2,5})?$/u.test(plain.slice(0, index))
    )
      continue
    kept.push({start: at, end: index})
    at = index + words.length
  }
  kept.push({start: at, end})
  return kept
}

/** @param cuts whether the words may end at an offset */
function shortened(
  plain: string,
  kept: readonly Span[],
  mostWords: number,
  cuts: (at: number) => boolean
): Span[] {
  const last = kept.at(-1)
  if (!last) return [...kept]
  const start = kept[0]?.start ?? 0
  const firstComma = plain.indexOf(',', start)
  let best: number | undefined
  for (const {index} of plain.matchAll(tail)) {
    if (index <= start || index >= last.end || !cuts(index)) continue
    const head = plain.slice(start, index)
    const count = wordCount(head)
    if (count < 8 || count > mostWords) continue
    if (!balanced(head) || limiting.test(plain.slice(index, index + 24))) continue
    if (subordinate.test(head.trim()) && (firstComma < 0 || index <= firstComma)) continue
    best = index
  }
  if (best === undefined) return [...kept]
  const end = best
  return kept
    .filter((span) => span.start < end)
    .map((span) => ({start: span.start, end: Math.min(span.end, end)}))
}

function firstWords(
  plain: string,
  kept: readonly Span[],
  mostWords: number,
  cuts: (at: number) => boolean
): Span[] {
  const spans: Span[] = []
  let room = Math.max(8, mostWords)
  for (const {start, end} of kept) {
    const words = Array.from(plain.slice(start, end).matchAll(/\S+/g))
    const fits = words.slice(0, Math.max(0, room))
    const last =
      room >= words.length
        ? fits.at(-1)
        : fits.findLast(({index, 0: word}) => !/\d\W*$/.test(word) && cuts(start + index + word.length))
    if (last) spans.push({start, end: start + last.index + last[0].length})
    room -= words.length
    if (room <= 0) break
  }
  return spans
}

/** An opening bracket whose closing one was cut off goes with it. */
function withoutOpenBracket(plain: string, kept: readonly Span[]): Span[] {
  const last = kept.at(-1)
  if (!last) return [...kept]
  const words = plain.slice(last.start, last.end)
  const at = words.lastIndexOf('(')
  if (at <= 0 || words.indexOf(')', at) >= 0) return [...kept]
  return [...kept.slice(0, -1), {start: last.start, end: last.start + at}]
}

function balanced(words: string): boolean {
  const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0
  return (
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g) &&
    count(/"/g) % 2 === 0 &&
    count(/“/g) === count(/”/g)
  )
}
