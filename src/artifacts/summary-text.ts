import type {AskCard} from './ask-cards.ts'
import type {Summary} from './summary.ts'
import {
  answerTo,
  capital,
  costsOf,
  isNobody,
  joined,
  mostQuestions,
  named,
  nothingAsked,
  nothingSaid,
  standing
} from './wording.ts'

// The stakeholder's part of a summary as text to hand on: Markdown, and HTML that stands alone or is pasted into a
// letter. The author's marks have no way in.

type Block =
  | {readonly kind: 'paragraph' | 'note'; readonly words: string}
  | {readonly kind: 'list'; readonly items: readonly string[]}
  | {readonly kind: 'asks'; readonly asks: readonly AskCard[]}
  | {readonly kind: 'dates'; readonly dates: readonly {readonly date: string; readonly words: string}[]}

interface Part {
  readonly title: string
  readonly blocks: readonly Block[]
}

function paragraphs(extracts: readonly {readonly words: string}[]): Block[] {
  return extracts.map(({words}) => ({kind: 'paragraph', words}))
}

function part(title: string, blocks: readonly Block[], gap?: string): Part[] {
  if (blocks.length > 0) return [{title, blocks}]
  return gap === undefined ? [] : [{title, blocks: [{kind: 'note', words: gap}]}]
}

/** What the three views have in common: the parts of the stakeholder's view, in order. */
function partsOf(summary: Summary): Part[] {
  const {asks, unaddressed, stakeholder, optout, answering} = summary
  const asked: Block[] = [
    ...(asks.length > 0 ? [{kind: 'asks', asks} as const] : []),
    ...(optout.length > 0 ? paragraphs(optout) : [])
  ]
  const implied: Block[] =
    summary.implied.length > 0
      ? [
          {
            kind: 'list',
            items: summary.implied.map(({whom, words}) => (whom ? `${capital(whom)}: ${words}` : words))
          }
        ]
      : []
  return [
    ...part(
      stakeholder ? `Asked of ${named(stakeholder.name)}` : 'What is asked',
      asked,
      nothingAsked(summary)
    ),
    ...part('Asked of nobody by name', unaddressed.length > 0 ? [{kind: 'asks', asks: unaddressed}] : []),
    ...part('Also counted on', implied),
    ...part('What could go wrong', paragraphs(summary.downside), nothingSaid(summary, 'downside')),
    ...part('What you gain', paragraphs(summary.reward)),
    ...part('Where it stands', paragraphs(summary.progress), nothingSaid(summary, 'progress')),
    ...part('Why', paragraphs(summary.motive), nothingSaid(summary, 'motive')),
    ...part('Dates', summary.milestones.length > 0 ? [{kind: 'dates', dates: summary.milestones}] : []),
    ...part(
      'Open questions',
      summary.questions.length > 0
        ? [{kind: 'list', items: summary.questions.slice(0, mostQuestions).map(({words}) => words)}]
        : []
    ),
    ...(summary.closed !== undefined && answering.length === 0
      ? []
      : [
          {
            title: 'How to answer',
            blocks: [
              ...(answering.length > 0
                ? paragraphs(answering)
                : [{kind: 'note', words: 'No place to answer is named yet.'} as const]),
              {kind: 'note', words: '“Not yet” is a fine answer.'} as const
            ]
          }
        ])
  ]
}

/** The stakeholder's part of a summary as Markdown. */
export function summaryToMarkdown(summary: Summary): string {
  const proposed = joined(summary.proposed)
  const block = (one: Block): string => {
    switch (one.kind) {
      case 'paragraph':
        return one.words
      case 'note':
        return `_${one.words}_`
      case 'list':
        return one.items.map((words) => `- ${words}`).join('\n')
      case 'dates':
        return one.dates.map(({date, words}) => `- **${date}:** ${words}`).join('\n')
      case 'asks':
        return one.asks.map(askLine).join('\n')
    }
  }
  return `${[
    `# ${summary.title}`,
    `**${standing(summary)}**`,
    ...(proposed ? [proposed.words] : []),
    ...partsOf(summary).flatMap(({title, blocks}) => [`## ${title}`, ...blocks.map(block)])
  ].join('\n\n')}\n`
}

function askLine(card: AskCard): string {
  const {whom, what, state, optout} = card
  const words = [what, ...costsOf(card)].join(', ')
  const way = optout && !what.includes(optout) ? ` ${optout}` : ''
  const whose = isNobody(whom) ? 'Nobody named' : whom
  return `- [${state === 'agreed' ? 'x' : ' '}] **${whose}:** ${state === 'declined' ? `~~${words}~~` : words} (${answerTo(card)})${way}`
}

/** The stakeholder's part as HTML without a frame or style, to be pasted into a letter or a page. */
export function summaryToRichText(summary: Summary): string {
  const proposed = joined(summary.proposed)
  const block = (one: Block): string => {
    switch (one.kind) {
      case 'paragraph':
        return `<p>${inline(one.words)}</p>`
      case 'note':
        return `<p><em>${inline(one.words)}</em></p>`
      case 'list':
        return `<ul>${one.items.map((words) => `<li>${inline(words)}</li>`).join('')}</ul>`
      case 'dates':
        return `<table>${one.dates
          .map(({date, words}) => `<tr><th scope="row">${inline(date)}</th><td>${inline(words)}</td></tr>`)
          .join('')}</table>`
      case 'asks':
        return `<ul class="asks">${one.asks.map(askItem).join('')}</ul>`
    }
  }
  return [
    `<h1>${inline(summary.title)}</h1>`,
    `<p class="standing"><strong>${inline(standing(summary))}</strong></p>`,
    ...(proposed ? [`<p class="proposed">${inline(proposed.words)}</p>`] : []),
    ...partsOf(summary).map(
      ({title, blocks}) => `<section><h2>${inline(title)}</h2>\n${blocks.map(block).join('\n')}</section>`
    )
  ].join('\n')
}

function askItem(card: AskCard): string {
  const {whom, what, state, optout} = card
  const costs = costsOf(card).map((words) => `<br><small>${inline(words)}</small>`)
  const words = state === 'declined' ? `<s>${inline(what)}</s>` : inline(what)
  const way = optout && !what.includes(optout) ? `<br><small>${inline(optout)}</small>` : ''
  const whose = isNobody(whom) ? 'Nobody is named' : capital(whom ?? '')
  return `<li class="${state}"><strong>${inline(whose)}</strong> <em>(${inline(answerTo(card))})</em><br>${words}${costs.join('')}${way}</li>`
}

/** The stakeholder's part as one HTML file without scripts that also prints well. */
export function summaryToHtml(summary: Summary): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(summary.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${summaryToRichText(summary)}
</main>
</body>
</html>
`
}

/** Words as HTML, with what stands between backticks as code. */
function inline(words: string): string {
  return escaped(words).replace(/`([^`]+)`/g, '<code>$1</code>')
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
  }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

const style = `
:root { color-scheme: light dark; --ink: #1c2126; --soft: #59636e; --line: #d5dae0; --card: #f6f8fa; --accent: #0b5fa5; --page: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e7eb; --soft: #9aa4ae; --line: #3a424a; --card: #1d2328; --accent: #6cb6ff; --page: #14181c } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
main { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem }
h1 { margin: 0 0 .4rem; font-size: 1.9rem; line-height: 1.2; text-wrap: balance }
h2 { margin: 2rem 0 .5rem; font-size: 1.05rem; color: var(--accent) }
p { margin: 0 0 .6rem; overflow-wrap: anywhere }
.standing { color: var(--soft) }
.standing strong { font-weight: 500 }
.proposed { font-size: 1.12rem }
em { color: var(--soft); font-style: normal }
ul { margin: 0; padding-inline-start: 1.3rem }
li { margin: .2rem 0; overflow-wrap: anywhere }
.asks { padding: 0; list-style: none }
.asks li { margin: 0 0 .7rem; padding: .7rem .9rem; border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); border-radius: 6px; background: var(--card); break-inside: avoid }
.asks li.declined { border-inline-start-color: var(--line) }
code { padding: 0 .25em; border-radius: 3px; background: var(--card); font: .9em ui-monospace, Consolas, monospace }
small { color: var(--soft); font-size: .9em }
table { border-collapse: collapse }
th, td { padding: .3rem 1rem .3rem 0; text-align: start; vertical-align: baseline }
th { white-space: nowrap }
@media print {
  @page { margin: 2cm }
  :root { --ink: #000; --soft: #444; --line: #999; --card: #fff; --accent: #000; --page: #fff }
  body { font-size: 11pt }
  main { max-width: none; padding: 0 }
  h2 { break-after: avoid }
  section { break-inside: avoid-page }
}
`
