import type {Extract} from '../src/artifacts/extract.ts'
import type {AskCard, ElementState, Summary} from '../src/artifacts/summary.ts'
import type {PageMessage, PaneMessage} from '../src/client/summary-pane.ts'

// The pane's page. Everything from the document goes in as text, never as HTML.

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void
  setState(state: unknown): void
}

const host = acquireVsCodeApi()

/** Of the document, when the page was drawn last. */
let version = 0

type Child = Node | string | undefined

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** The author's words, as a button that goes to where they stand. */
function passage({words, span}: Extract, className = 'passage'): HTMLElement {
  const button = element('button', className, element('span', '', words))
  button.type = 'button'
  button.dataset.key = `${className} ${words}`
  button.title = 'Show in the proposal'
  button.addEventListener('click', () => host.postMessage({type: 'reveal', version, ...span}))
  return button
}

function section(title: string, children: readonly Child[]): HTMLElement {
  return element('section', '', element('h2', '', title), ...children)
}

function told(title: string, extracts: readonly Extract[], gap: string): HTMLElement {
  const body = extracts.length > 0 ? extracts.map((one) => passage(one)) : [element('p', 'gap', gap)]
  return section(title, body)
}

function askCard(card: AskCard): HTMLElement {
  const whom = card.whom && !/^you$/i.test(card.whom) ? card.whom : undefined
  const facts: [string, string | undefined][] = [
    ['When', card.timeframe],
    ['Effort', card.effort],
    ['Resources', card.resources]
  ]
  const known = facts.filter((fact): fact is [string, string] => fact[1] !== undefined)
  const state = card.state === 'open' ? 'to be confirmed' : `${card.state}${card.by ? ` (${card.by})` : ''}`
  return element(
    'article',
    `card ${card.state}`,
    element('div', 'whom', whom ?? 'Whom? Nobody is named', element('span', 'state', state)),
    passage({words: card.what, span: card.span}),
    known.length > 0
      ? element(
          'dl',
          '',
          ...known.flatMap(([label, words]) => [element('dt', '', label), element('dd', '', words)])
        )
      : undefined
  )
}

const levelWords = {present: 'told', weak: 'only hinted at', missing: 'not told yet'} as const

function state({label, level, wanted, evidence}: ElementState): HTMLElement {
  const [best] = evidence
  const cues =
    best && best.cues.length > 0 ? `because of ${best.cues.map((cue) => `“${cue}”`).join(', ')}` : undefined
  return element(
    'li',
    `${level}${wanted ? ' wanted' : ''}`,
    element('span', 'mark'),
    element('span', 'label', label),
    element('span', 'level', levelWords[level]),
    best && level !== 'missing' ? passage(best, 'proof') : undefined,
    cues && level !== 'missing' ? element('span', 'cues', cues) : undefined
  )
}

function render(summary: Summary): HTMLElement[] {
  const {asks, questions, answering, elements, closed} = summary
  const untold = elements.filter(({wanted, level}) => wanted && level !== 'present').length
  const asked = asks.length > 0 ? asks.map(askCard) : [element('p', 'gap', 'Nothing is asked of anyone yet.')]
  const [channel] = answering
  return [
    element(
      'header',
      '',
      element('p', 'kind', closed ? `${summary.profile.name} · decided (${closed})` : summary.profile.name),
      element('h1', '', summary.title),
      ...(summary.proposed.length > 0
        ? summary.proposed.map((one) => passage(one, 'passage lede'))
        : [element('p', 'gap', 'What is proposed is not told in a few sentences yet.')])
    ),
    section('Asked of you', asked),
    told('What could go wrong', summary.downside, 'Nothing is said about this yet.'),
    told('Where it stands', summary.progress, 'Nothing is said about this yet.'),
    told('Why', summary.motive, 'Nothing is said about this yet.'),
    ...(summary.reward.length > 0 ? [told('What you gain', summary.reward, '')] : []),
    ...(summary.optout.length > 0 ? [told('A way out', summary.optout, '')] : []),
    ...(questions.length > 0 ? [told('Open questions', questions.slice(0, 6), '')] : []),
    section('How to answer', [
      channel ? passage(channel) : element('p', 'gap', 'No place to answer is named yet.'),
      element('p', 'note', '“Not yet” is a fine answer.')
    ]),
    element(
      'section',
      'author',
      element('h2', '', 'For the author'),
      element(
        'p',
        'note',
        `Read as a ${summary.profile.name}: ${summary.profile.reason}. ${untold === 0 ? 'Your reader is told what one looks for here.' : ''}`
      ),
      element('ul', 'elements', ...elements.map(state))
    )
  ]
}

window.addEventListener('message', ({data}: MessageEvent<PaneMessage>) => {
  const main = document.querySelector('main')
  if (data.type !== 'summary' || !main) return
  host.setState({uri: data.uri})
  version = data.result.version
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined
  const {scrollTop} = document.documentElement
  main.replaceChildren(...render(data.result.summary))
  document.documentElement.scrollTop = scrollTop
  if (focused) {
    const again = Array.from(main.querySelectorAll<HTMLElement>('[data-key]')).find(
      ({dataset}) => dataset.key === focused
    )
    again?.focus({preventScroll: true})
  }
})

host.postMessage({type: 'ready'})
