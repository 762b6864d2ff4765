import {trustElements} from '../trust-elements.ts'
import {namesOf, sizeOf} from './features.ts'
import {type Model, shareOf} from './model.ts'
import type {Sight} from './sight.ts'

const width = trustElements.length
const most = 3
/** Words that say nothing by themselves: a cue of nothing else is not shown. */
const idle = new Set(
  'a an the of and or to in on at by for from with is are was were be been it its this that these those as so than then there one who which will would can do does did has had have not some their our your my and'.split(
    ' '
  )
)

/**
 * Why a unit counts for an element: the words of it that weigh most, as they stand in the text, and its
 * section's heading where that weighs as much.
 */
export function cuesOf(
  model: Model,
  {outline, units, features}: Sight,
  at: number,
  element: number,
  text: string
): string[] {
  const unit = units[at]
  const seen = features.units[at]
  if (!unit || !seen) return []
  const weight = (name: string) => {
    const row = model.rows.get(name)
    return row === undefined ? 0 : (model.weights[row * width + element] ?? 0)
  }
  const {tokens, stems} = seen.reading
  const count = (group: string) => {
    const found = seen.groups.find((each) => each.group === group)
    return found ? sizeOf(found) : 0
  }
  const word = shareOf('word', count('word'))
  const pair = shareOf('pair', count('pair'))
  const spans = tokens.flatMap((token, index) => {
    const own = token.stem
    const alone = {start: token.start, end: token.end, value: word * weight(`w ${own}`)}
    const previous = tokens[index - 1]
    const before = stems[index - 1]
    const both = pair * weight(`b ${before ?? '^'} ${own}`)
    return previous && before
      ? [
          alone,
          {
            start: previous.start,
            end: token.end,
            value: both + 0.5 * Math.max(0, alone.value, word * weight(`w ${before}`))
          }
        ]
      : [alone]
  })
  const chosen: {start: number; end: number; value: number}[] = []
  for (const span of spans
    .filter(({value, start, end}) => value > 0.15 && says(unit.words.slice(start, end)))
    .sort((a, b) => b.value - a.value)) {
    if (chosen.length === most) break
    if (!chosen.some((other) => span.start < other.end && other.start < span.end)) chosen.push(span)
  }
  const cues = chosen.map(({start, end}) => unit.words.slice(start, end))
  const heading = outline.sections[unit.section]
  const titled = seen.groups
    .filter(({group}) => group === 'title' || group === 'titleCue')
    .reduce(
      (sum, each) =>
        sum + shareOf(each.group, sizeOf(each)) * namesOf(each).reduce((all, name) => all + weight(name), 0),
      0
    )
  if (heading?.title && titled > (chosen[0]?.value ?? 0.3)) cues.unshift(heading.title)
  return cues.length > 0
    ? cues
    : [heading?.title || text.slice(unit.span.start, unit.span.end).split(/\s+/).slice(0, 4).join(' ')]
}

function says(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{N}?$€£%']+/u)
    .some((word) => word !== '' && !idle.has(word))
}
