import {gfm} from 'micromark-extension-gfm'
import type {Construct, ConstructRecord, Extension, TokenizeContext} from 'micromark-util-types'

/** What tells at a glance that a construct cannot begin. */
interface Glance {
  /** What a text holds that has the construct anywhere. */
  readonly needs: RegExp
  /** What stands where the construct begins; tried at that offset only. */
  readonly begins: RegExp
}

/**
 * The constructs that GFM tries nearly everywhere, at each word or line, and hardly ever finds: each attempt
 * reads the word or the line and takes all of that back, which costs as much again as everything else. Whatever
 * passes the glance is tried as ever, so that the tree stays the same.
 */
const glances: Readonly<Record<string, Glance>> = {
  emailAutolink: {needs: /@/, begins: /[\w+.-]+@/y},
  protocolAutolink: {needs: /:\/\//, begins: /https?:\/\//iy},
  wwwAutolink: {needs: /www\./i, begins: /www\./iy},
  // The row of dashes that stands below the head, perhaps in a block quote.
  table: {
    needs: /-[ \t]*[:|]|[:|][ \t]*-/,
    begins: /[^\r\n]*(?:\r\n?|\n)[ \t>]*[-:|][-:| \t>]*(?![^\r\n])/y
  }
}

const syntax = gfm()
type Entries = readonly (readonly [code: string, constructs: readonly Construct[]])[]
const textSyntax = entriesOf(syntax.text)
const flowSyntax = entriesOf(syntax.flow)

function entriesOf(record: ConstructRecord = {}): Entries {
  return Object.entries(record).map(([code, constructs]) => [code, [constructs ?? []].flat()])
}

/** GFM's syntax, as the parser wants it, for one text. */
export function gfmFor(text: string): Extension {
  // The parser counts from after a byte order mark.
  const source = text.replace(/^\uFEFF/, '')
  const glancing = new Map<Construct, Construct | undefined>()
  const own = (construct: Construct): Construct | undefined => {
    const glance = glances[construct.name ?? '']
    if (!glance) return construct
    if (!glancing.has(construct))
      glancing.set(
        construct,
        glance.needs.test(source) ? atAGlance(construct, glance.begins, source) : undefined
      )
    return glancing.get(construct)
  }
  const all = (entries: Entries): ConstructRecord => {
    const record: Record<string, Construct[]> = {}
    for (const [code, constructs] of entries) {
      const tried = constructs.map(own).filter((one) => one !== undefined)
      if (tried.length > 0) record[code] = tried
    }
    return record
  }
  return {...syntax, text: all(textSyntax), flow: all(flowSyntax)}
}

/** A construct that is tried only where its beginning stands in the source. */
function atAGlance(construct: Construct, begins: RegExp, source: string): Construct {
  const mayBegin = (context: TokenizeContext) => {
    begins.lastIndex = context.now().offset
    return begins.test(source)
  }
  const {previous} = construct
  if (previous) {
    return {
      ...construct,
      previous(code) {
        return previous.call(this, code) && mayBegin(this)
      }
    }
  }
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const begin = construct.tokenize.call(this, effects, ok, nok)
      return (code) => (isInTable(this) || mayBegin(this) ? begin(code) : nok(code))
    }
  }
}

/** Whether a row of a table was read last: what comes next may be another. */
function isInTable({events}: TokenizeContext): boolean {
  const last = events.findLast(([, {type}]) => type !== 'lineEnding' && type !== 'linePrefix')
  const type: string | undefined = last?.[1].type
  return type === 'tableHead' || type === 'tableRow'
}
