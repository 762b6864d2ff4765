import {namesOf, sizeOf} from './features.ts'
import {type Model, shareOf, weightOf} from './model.ts'
import type {Sight} from './sight.ts'

const most = 3
/** What weighs less than this share of the strongest cue is not why. */
const faint = 0.35
/** Words that say nothing at the ends of a cue. */
const idle = new Set(
  'a an the of and or to in on at by for from with is are was were be been it its this that these those as so than then there one who which do does did has had have some their our your my his her he she they we you i us me them i will would can if while also more other such'.split(
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
  if (!unit) return []
  const seen = features(at)
  const weight = (name: string) => {
    const row = model.rows.get(name)
    return row === undefined ? 0 : weightOf(model, row, element)
  }
  const {tokens, stems} = seen.reading
  const count = (group: string) => {
    const found = seen.groups.find((each) => each.group === group)
    return found ? sizeOf(found) : 0
  }
  const word = shareOf('word', count('word'))
  const pair = shareOf('pair', count('pair'))
  const opens = count('opening') > 0 ? shareOf('opening', count('opening')) : 0
  const spans = tokens.flatMap((token, index) => {
    const own = token.stem
    const opened = opens > 0 ? opens * weight(`ow ${own}`) : 0
    const alone = {start: token.start, end: token.end, value: word * weight(`w ${own}`) + opened}
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
  const said = new Set<string>()
  for (const span of spans.filter(({value}) => value > 0.15).sort((a, b) => b.value - a.value)) {
    const words = spoken(unit.words.slice(span.start, span.end))
    if (chosen.length === most || span.value < faint * (chosen[0]?.value ?? 0)) break
    if (words === '' || said.has(words.toLowerCase())) continue
    if (chosen.some((other) => span.start < other.end && other.start < span.end)) continue
    chosen.push(span)
    said.add(words.toLowerCase())
  }
  const cues = chosen
    .toSorted((a, b) => a.start - b.start)
    .map(({start, end}) => spoken(unit.words.slice(start, end)))
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
    : [heading?.title || text.slice(unit.start, unit.end).split(/\s+/).slice(0, 4).join(' ')]
}

/** A cue as one would say it: without the marks and the idle words at its ends; nothing where only these are left. */
function spoken(words: string): string {
  const said = words.replace(/^[^\p{L}\p{N}$€£¥]+|[^\p{L}\p{N}%?)]+$/gu, '')
  if (/^https?:/.test(said)) return ''
  const list = said.split(' ')
  const idles = (word: string | undefined) => word !== undefined && idle.has(word.toLowerCase())
  while (idles(list[0])) list.shift()
  while (idles(list.at(-1))) list.pop()
  return list.join(' ')
}
