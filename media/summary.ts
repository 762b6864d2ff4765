import type {TrustElement} from '../src/analysis/trust-elements.ts'
import type {Summary} from '../src/artifacts/summary.ts'
import {summaryToMarkdown, summaryToRichText} from '../src/artifacts/summary-text.ts'
import type {PageMessage, PaneMessage, PaneState} from '../src/client/summary-pane.ts'
import {authorView, untold} from './author-view.ts'
import {h, patch} from './nodes.ts'
import {icon} from './parts.ts'
import {stakeholderView} from './stakeholder-view.ts'

// The pane's page: it draws what it is told, anew at each keystroke, and says what was clicked.

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void
  getState(): PaneState | undefined
  setState(state: PaneState): void
}

const host = acquireVsCodeApi()

type View = 'stakeholder' | 'author'

let view: View = host.getState()?.view === 'author' ? 'author' : 'stakeholder'
let shown: {uri: string; version: number; summary: Summary} | undefined
let cursor = -1

function draw(): void {
  if (!shown) return
  const {uri, summary} = shown
  const stakeholder = summary.stakeholder ? {stakeholder: summary.stakeholder.name} : {}
  host.setState({uri, view, ...stakeholder})
  const bar = document.querySelector('header')
  const main = document.getElementById('view')
  if (!bar || !main) return
  patch(bar, [tabs(summary), ...(view === 'stakeholder' ? [chooser(summary)] : []), buttons()])
  const select = bar.querySelector('select')
  if (select) select.value = summary.stakeholder?.name ?? ''
  main.className = view
  main.setAttribute('aria-labelledby', `tab-${view}`)
  patch(main, view === 'stakeholder' ? stakeholderView(summary) : authorView(summary))
  mark(false)
}

function tabs(summary: Summary) {
  const tab = (name: View, title: string, badge?: number) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${name}`,
        'aria-selected': view === name ? 'true' : 'false',
        'aria-controls': 'view',
        tabindex: view === name ? 0 : -1,
        'data-action': 'view',
        'data-view': name,
        title: `${title} (A)`
      },
      title,
      badge !== undefined && h('span', {class: 'badge', 'aria-label': `${badge} not told yet`}, String(badge))
    )
  const open = summary.closed === undefined ? untold(summary).length : 0
  return h(
    'div',
    {role: 'tablist', 'aria-label': 'View', 'data-key': 'tabs'},
    tab('stakeholder', 'Stakeholder'),
    tab('author', 'Author', open > 0 ? open : undefined)
  )
}

function chooser({stakeholders, stakeholder}: Summary) {
  return h(
    'label',
    {class: 'chooser', 'data-key': 'chooser', title: 'Whom the summary is for (F)'},
    icon('account'),
    h('span', {class: 'heard'}, 'For'),
    h(
      'select',
      {'data-action': 'choose'},
      h('option', {value: ''}, stakeholders.length > 0 ? 'Everybody' : 'Everybody (nobody is named)'),
      ...stakeholders.map(({name, role, asks}) =>
        h(
          'option',
          {value: name, selected: stakeholder?.name === name},
          `${name}${role ? `, ${role}` : ''}${asks > 0 ? ` (${asks} asked)` : ''}`
        )
      )
    )
  )
}

function buttons() {
  const button = (action: string, symbol: string, title: string, key: string) =>
    h(
      'button',
      {
        type: 'button',
        class: 'tool',
        'data-action': action,
        'aria-label': title,
        'aria-keyshortcuts': key,
        title: `${title} (${key})`
      },
      icon(symbol)
    )
  return h(
    'div',
    {class: 'tools', 'data-key': 'tools'},
    button('copy', 'copy', 'Copy as rich text', 'C'),
    button('export', 'export', 'Export as HTML or Markdown', 'E')
  )
}

/** Marks what stands where the cursor is in the editor, the narrowest there. */
function mark(follow: boolean): void {
  const main = document.getElementById('view')
  if (!main) return
  const placed = Array.from(main.querySelectorAll<HTMLElement>('[data-start]'))
  const around = placed.filter(
    ({dataset}) => Number(dataset.start) <= cursor && cursor <= Number(dataset.end)
  )
  const width = ({dataset}: HTMLElement) => Number(dataset.end) - Number(dataset.start)
  const narrowest = Math.min(...around.map(width))
  const here = new Set(around.filter((one) => width(one) === narrowest))
  const before = main.querySelector('[aria-current]')
  for (const one of placed) {
    if (here.has(one)) one.setAttribute('aria-current', 'location')
    else one.removeAttribute('aria-current')
  }
  const [first] = here
  if (follow && first && !here.has(before as HTMLElement)) first.scrollIntoView({block: 'nearest'})
}

function show(next: View): void {
  if (view === next) return
  view = next
  draw()
  document.documentElement.scrollTop = 0
}

/** Puts the stakeholder's view on the clipboard, as rich text and as Markdown. */
function copy(): void {
  if (!shown) return
  const {summary} = shown
  document.addEventListener(
    'copy',
    (event) => {
      event.clipboardData?.setData('text/html', summaryToRichText(summary))
      event.clipboardData?.setData('text/plain', summaryToMarkdown(summary))
      event.preventDefault()
    },
    {once: true}
  )
  // The newer way asks for a permission that a pane does not always have.
  const copied = document.execCommand('copy')
  say(copied ? 'Copied as rich text' : 'It could not be copied; try Export.')
}

let silence: ReturnType<typeof setTimeout> | undefined

function say(words: string): void {
  const status = document.querySelector('[role=status]')
  if (!status) return
  status.textContent = words
  clearTimeout(silence)
  silence = setTimeout(() => {
    status.textContent = ''
  }, 2500)
}

function act({dataset}: HTMLElement): void {
  if (!shown) return
  const {version} = shown
  if (dataset.action === 'reveal')
    host.postMessage({type: 'reveal', version, start: Number(dataset.start), end: Number(dataset.end)})
  else if (dataset.action === 'mend' && dataset.element)
    host.postMessage({type: 'mend', element: dataset.element as TrustElement})
  else if (dataset.action === 'view') show(dataset.view === 'author' ? 'author' : 'stakeholder')
  else if (dataset.action === 'copy') copy()
  else if (dataset.action === 'export') host.postMessage({type: 'export'})
}

document.addEventListener('click', ({target}) => {
  const clicked = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null
  if (clicked) act(clicked)
})

document.addEventListener('change', ({target}) => {
  if (target instanceof HTMLSelectElement) host.postMessage({type: 'choose', stakeholder: target.value})
})

document.addEventListener('keydown', (event) => {
  const {key, target, ctrlKey, metaKey, altKey} = event
  if (ctrlKey || metaKey || altKey || target instanceof HTMLSelectElement) return
  const onTab = target instanceof HTMLElement && target.role === 'tab'
  if (key === 'a' || (onTab && (key === 'ArrowLeft' || key === 'ArrowRight'))) {
    show(view === 'author' ? 'stakeholder' : 'author')
    if (onTab) document.getElementById(`tab-${view}`)?.focus()
  } else if (key === 'c') copy()
  else if (key === 'e') host.postMessage({type: 'export'})
  else if (key === 'f') document.querySelector('select')?.focus()
  else return
  event.preventDefault()
})

window.addEventListener('message', ({data}: MessageEvent<PaneMessage>) => {
  if (data.type === 'summary') {
    const other = shown?.uri !== data.uri
    shown = {uri: data.uri, version: data.result.version, summary: data.result.summary}
    draw()
    if (other) document.documentElement.scrollTop = 0
  } else {
    cursor = data.offset
    mark(data.follow)
  }
})

host.postMessage({type: 'ready'})
