import type {Proposal} from '../analysis/proposal.ts'

/** How a document writes its Markdown, so that what is inserted looks as if its author had written it. */
export interface Style {
  readonly eol: '\n' | '\r\n'
  readonly bullet: '-' | '*' | '+'
  /** Depth of the headings that divide the document; undefined where it has none. */
  readonly depth: number | undefined
  /** Top headings are underlined rather than prefixed with `#`. */
  readonly underlined: boolean
}

export function styleOf({text, sections, passages}: Proposal): Style {
  const headings = sections.filter(({heading, depth}) => heading && depth <= 6)
  const [title, second] = headings
  const depths = headings.map(({depth}) => depth)
  const top = least(depths)
  const titled = title?.depth === top && depths.filter((depth) => depth === top).length === 1
  const below = depths.filter((depth) => depth > top)
  const depth = !title ? undefined : titled && second ? least(below) : titled ? Math.min(top + 1, 6) : top
  const item = passages.find(({kind}) => kind === 'item')
  const marker =
    item && /([-*+])[ \t]+(?:\[[ xX]\][ \t]+)?(?:[*_`[]*)$/.exec(text.slice(0, item.span.start))?.[1]
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    bullet: marker === '*' || marker === '+' ? marker : '-',
    depth,
    underlined: headings.some(({heading}) => heading && /[\r\n]/.test(text.slice(heading.start, heading.end)))
  }
}

/** A heading line (without a line end) in the document's style. */
export function headingLine({underlined, eol}: Style, depth: number, title: string): string {
  if (underlined && depth <= 2) return `${title}${eol}${(depth === 1 ? '=' : '-').repeat(title.length)}`
  return `${'#'.repeat(depth)} ${title}`
}

/** The least of any number of depths; infinity for none. */
function least(depths: readonly number[]): number {
  return depths.reduce((smallest, depth) => Math.min(smallest, depth), Number.POSITIVE_INFINITY)
}
