import type {Span} from '../analysis/span.ts'

/** Something the author has yet to say, by its name: shown as ⟨name⟩, a tab stop in a snippet. */
export interface Place {
  readonly place: string
  /** What is likely to stand there; an editor offers it. */
  readonly choices?: readonly string[]
}

/** What an edit inserts: the author's own words or frame text, and places to fill in. */
export type Content = readonly (string | Place)[]

export interface Edit {
  /** What is replaced; empty to insert. */
  readonly span: Span
  readonly content: Content
}

/** What names a fix for good, so that a key can be bound to it: a kind of code action of the Language Server Protocol. */
export type FixKind = `${'quickfix' | 'refactor.rewrite' | 'source'}.buyIn.${string}` | 'source.fixAll.buyIn'

/** Whether a kind is another one or a part of it: `source.buyIn` covers `source.buyIn.insertMissing`. */
export function covers(kind: string, part: string): boolean {
  return part === kind || part.startsWith(`${kind}.`)
}

/** Edits that mend a finding or better an ask; their spans do not overlap. */
export interface Fix {
  readonly title: string
  readonly kind: FixKind
  readonly edits: readonly Edit[]
  /** Why it cannot be done here; it has no edits then, and is shown greyed out. */
  readonly disabled?: string
  /** Clearly the best of the fixes on offer. */
  readonly preferred?: true
}

/** A template for `Content`: text with ⟨places⟩ in it. */
export function content(template: string): Content {
  return template
    .split(/(⟨[^⟨⟩]*⟩)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('⟨') ? {place: part.slice(1, -1)} : part))
}

/** Content as plain text, its places written ⟨so⟩. */
export function plain(parts: Content): string {
  return parts.map((part) => (typeof part === 'string' ? part : `⟨${part.place}⟩`)).join('')
}

/**
 * A fix's edits as snippets in TextMate syntax. Tab stops are numbered across all edits, in the order of the
 * text; the text's own `$`, `}` and `\` are escaped.
 */
export function snippets(edits: readonly Edit[]): {span: Span; snippet: string}[] {
  let stop = 0
  return edits
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({span, content}) => ({
      span,
      snippet: content
        .map((part) => (typeof part === 'string' ? escaped(part) : tabStop(++stop, part)))
        .join('')
    }))
}

function tabStop(number: number, {place, choices}: Place): string {
  const name = `⟨${place}⟩`
  if (!choices) return `\${${number}:${escaped(name)}}`
  return `\${${number}|${[name, ...choices].map((one) => one.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

/** `text` with the edits done, places written ⟨so⟩. */
export function apply(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((all, {span, content}) => all.slice(0, span.start) + plain(content) + all.slice(span.end), text)
}
