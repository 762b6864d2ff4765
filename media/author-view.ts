import type {ElementState} from '../src/artifacts/element-states.ts'
import type {Summary} from '../src/artifacts/summary.ts'
import {type Child, h, type Leaf} from './nodes.ts'
import {heard, icon, passage} from './parts.ts'

/** What the author sees: what a reader of this kind of document looks for, how it is told, and what mends it. */
export function authorView(summary: Summary): Child[] {
  const {elements, profile, closed, language} = summary
  const wanted = elements.filter((one) => one.wanted)
  const at = (level: ElementState['level']) => wanted.filter((one) => one.level === level)
  const rest = elements.filter((one) => !one.wanted)
  return [
    h(
      'div',
      {class: 'first', 'data-key': 'intro'},
      h(
        'h1',
        {},
        closed !== undefined
          ? 'This proposal is decided'
          : wanted.every(({level}) => level === 'present')
            ? 'Your reader is told what one looks for here'
            : 'What your reader looks for'
      ),
      h(
        'p',
        {class: 'note'},
        `Read as a ${profile.name}: ${profile.reason}. Only you see this view; it is in no copy and no export.`
      ),
      language !== 'en' &&
        language !== 'und' &&
        h('p', {class: 'note'}, 'Only proposals in English are read, so nothing is called missing here.')
    ),
    group(
      'Not told yet',
      'missing',
      at('missing').filter(({urgent}) => urgent)
    ),
    group('Only hinted at', 'weak', at('weak')),
    group(
      'Worth a line, too',
      'missing quiet',
      at('missing').filter(({urgent}) => !urgent)
    ),
    group('Told', 'present', at('present')),
    group(
      `Not looked for in a ${profile.name}`,
      'rest',
      rest.filter(({level}) => level !== 'missing')
    )
  ].filter((child): child is Leaf => child !== undefined)
}

/** What its reader cannot well do without and is not told. */
export function untold({elements}: Summary): ElementState[] {
  return elements.filter(({urgent, level}) => urgent && level === 'missing')
}

function group(title: string, name: string, elements: readonly ElementState[]): Leaf | undefined {
  if (elements.length === 0) return undefined
  const id = `h-${name.replace(' ', '-')}`
  return h(
    'section',
    {class: `elements ${name}`, 'data-key': title, 'aria-labelledby': id},
    h('h2', {id}, title),
    h('ul', {}, ...elements.map(row))
  )
}

const marks = {present: 'circle-large-filled', weak: 'half', missing: 'circle-large'} as const
const levels = {present: 'told', weak: 'only hinted at', missing: 'not told yet'} as const

function row({element, label, about, level, evidence, mend}: ElementState): Leaf {
  const [best] = level === 'missing' ? [] : evidence
  return h(
    'li',
    {class: level, 'data-key': element},
    icon(marks[level]),
    h(
      'div',
      {class: 'row'},
      h('h3', {}, label, heard(`, ${levels[level]}`)),
      level !== 'present' && about && h('p', {class: 'note'}, about),
      best && passage(best, {class: 'proof'}),
      best &&
        best.cues.length > 0 &&
        h(
          'p',
          {class: 'cues'},
          'because of ',
          best.cues
            .slice(0, 3)
            .map((cue) => `“${cue}”`)
            .join(', ')
        ),
      mend &&
        h(
          'button',
          mend.place
            ? {
                type: 'button',
                class: 'mend',
                'data-action': 'reveal',
                'data-start': mend.place.start,
                'data-end': mend.place.end
              }
            : {type: 'button', class: 'mend', 'data-action': 'mend', 'data-element': element},
          icon(mend.place ? 'edit' : 'lightbulb-autofix'),
          mend.title
        )
    )
  )
}
