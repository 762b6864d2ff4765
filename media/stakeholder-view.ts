import type {AskCard} from '../src/artifacts/ask-cards.ts'
import type {Extract} from '../src/artifacts/extract.ts'
import type {Summary, ToldIn} from '../src/artifacts/summary.ts'
import {
  answerTo,
  capital,
  isNobody,
  joined,
  mostQuestions,
  named,
  nothingAsked,
  nothingSaid
} from '../src/artifacts/wording.ts'
import {type Child, h, type Leaf} from './nodes.ts'
import {count, fact, facts, gap, heard, icon, inCode, passage, section} from './parts.ts'

/** What a stakeholder sees: first what is proposed, what is asked and what could go wrong, then all else. */
export function stakeholderView(summary: Summary): Child[] {
  const {title, unaddressed, mentioned, stakeholder, questions} = summary
  const lede = joined(summary.proposed)
  const views: readonly (Child | undefined)[] = [
    h(
      'div',
      {class: 'first', 'data-key': 'first'},
      h('h1', {}, title),
      standing(summary),
      lede
        ? h('div', {class: 'lede'}, passage(lede))
        : gap('What is proposed is not told in a few sentences yet.'),
      h('div', {class: 'gist'}, asked(summary), risk(summary))
    ),
    h(
      'div',
      {class: 'parts', 'data-key': 'parts'},
      cards('Asked', 'asks', 'checklist', summary.asks, summary.optout),
      unaddressed.length > 0 && cards('Asked of nobody by name', 'unaddressed', 'question', unaddressed, []),
      counted(summary),
      balance(summary),
      timeline(summary),
      told('Where it stands', 'pulse', 'progress', summary.progress) ??
        elsewhere(summary, 'Where it stands', 'pulse', 'progress'),
      told('What could go wrong', 'warning', 'downside', summary.downside.slice(1)),
      told('Why', 'compass', 'motive', summary.motive) ?? elsewhere(summary, 'Why', 'compass', 'motive'),
      !isBalanced(summary) && told('What you gain', 'gift', 'reward', summary.reward),
      summary.asks.length === 0 && told('A way out', 'sign-out', 'optout', summary.optout),
      told(
        stakeholder ? `Where ${named(stakeholder.name)} comes up` : '',
        'mention',
        'mentioned',
        mentioned.filter((one) => !shownAlready(summary, one))
      ),
      told('Open questions', 'question', 'questions', questions.slice(0, mostQuestions)),
      answering(summary)
    ),
    unsaid(summary)
  ]
  return views.filter((child) => child !== undefined)
}

/** The state of the proposal, and when it is decided. */
function standing({status, closed, decision}: Summary): Leaf {
  return h(
    'ul',
    {class: 'chips'},
    h(
      'li',
      {class: closed === undefined ? 'chip open' : 'chip closed'},
      icon(closed === undefined ? 'issues' : 'pass'),
      heard('State: '),
      status
    ),
    decision
      ? h(
          'li',
          {},
          h(
            'button',
            {
              type: 'button',
              class: 'chip date',
              'data-action': 'reveal',
              'data-start': decision.span.start,
              'data-end': decision.span.end,
              title: 'Show in the proposal (Enter)'
            },
            icon('calendar'),
            `${decision.what} ${decision.when}`
          )
        )
      : closed === undefined && h('li', {class: 'chip quiet'}, icon('calendar'), 'No decision date given')
  )
}

/** How much is asked, the first of it, by when and for how much. */
function asked(summary: Summary): Leaf {
  const {asks, implied, questions, stakeholder} = summary
  const open = asks.filter(({state}) => state === 'open')
  const [first] = open
  const parties = new Set(open.flatMap(({whom}) => (whom && !isNobody(whom) ? [whom.toLowerCase()] : [])))
  const of = stakeholder
    ? ` of ${named(stakeholder.name)}`
    : parties.size === 1 && first?.whom
      ? ` of ${inSentence(first.whom)}`
      : parties.size > 1
        ? ` of ${parties.size} parties`
        : ''
  const answered = asks.length - open.length
  const head =
    asks.length === 0
      ? nothingAsked(summary)
      : open.length === 0
        ? `Nothing is left to answer${of}`
        : `${count(open.length, 'thing')} ${areOf(open.length)} asked${of}`
  const notes = [
    ...(asks.length === 0 && questions.length > 0
      ? [`${count(questions.length, 'question')} ${areOf(questions.length)} open.`]
      : []),
    ...(answered > 0 ? [`${answered} more ${areOf(answered)} answered.`] : []),
    ...(implied.length > 0
      ? [`${count(implied.length, 'thing')} ${areOf(implied.length)} counted on without being asked.`]
      : [])
  ]
  return h(
    'section',
    {class: 'asked', 'aria-label': 'What is asked'},
    h('h2', {}, icon('checklist'), h('span', {}, head)),
    first && passage({words: firstOf(first, open.length), span: first.span}),
    first &&
      facts(
        parties.size > 1 && !stakeholder && first.whom
          ? fact(symbolOf(first.whom), 'Of whom', first.whom)
          : undefined,
        fact('calendar', 'By when', first.when),
        fact('watch', 'Effort', first.effort),
        fact('credit-card', 'Resources', first.what === first.resources ? undefined : first.resources)
      ),
    notes.length > 0 && h('p', {class: 'note'}, notes.join(' '))
  )
}

function areOf(number: number): string {
  return number === 1 ? 'is' : 'are'
}

/** A head for a person, heads for a group, as far as a name tells. */
function symbolOf(whom: string): string {
  if (isNobody(whom)) return 'question'
  return /^@|^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(whom) ? 'person' : 'organization'
}

function firstOf({what}: AskCard, asks: number): string {
  return asks > 1 ? `First: ${what}` : capital(what)
}

/** A name that the author wrote with its article keeps it: "the house committee". */
function inSentence(whom: string): string {
  return /^(?:the|our|your|all|every|each|any)\b/i.test(whom)
    ? whom.charAt(0).toLowerCase() + whom.slice(1)
    : named(whom)
}

function risk(summary: Summary): Leaf {
  const [worst] = summary.downside
  return h(
    'section',
    {class: 'risk', 'aria-label': 'What could go wrong'},
    h('h2', {}, icon('warning'), h('span', {}, 'What could go wrong')),
    worst
      ? passage(worst)
      : (toldElsewhere(summary, 'downside') ??
          gap(nothingSaid(summary, 'downside') ?? 'It is said, but not in one sentence; see the proposal.'))
  )
}

function cards(
  title: string,
  name: string,
  symbol: string,
  asks: readonly AskCard[],
  optout: readonly Extract[]
): Leaf | undefined {
  if (asks.length === 0) return undefined
  return section(
    title,
    symbol,
    name,
    ...byWhom(asks).map((group) =>
      h(
        'div',
        {class: 'group'},
        h(
          'h3',
          {},
          icon(symbolOf(group[0].whom ?? 'you')),
          isNobody(group[0].whom) ? 'Nobody is named' : capital(group[0].whom ?? '')
        ),
        ...group.map((card) => askCard(card, `${name} ${asks.indexOf(card)}`))
      )
    ),
    ...optout.map((one) => passage(one, {class: 'way', icon: 'sign-out'}))
  )
}

function askCard(card: AskCard, key: string): Leaf {
  const symbol = {open: 'circle-large', agreed: 'pass-filled', declined: 'circle-slash'}[card.state]
  return h(
    'article',
    {class: `card ${card.state}`, 'data-key': key, 'data-start': card.span.start, 'data-end': card.span.end},
    h('div', {class: 'what'}, icon(symbol), passage({words: capital(card.what), span: card.span})),
    facts(
      fact('calendar', 'When', card.when),
      fact('watch', 'Effort', card.effort),
      fact('credit-card', 'Resources', card.what === card.resources ? undefined : card.resources),
      fact('sign-out', 'A way out', card.optout)
    ),
    card.state === 'open' ? heard(answerTo(card)) : h('p', {class: 'answer'}, answerTo(card))
  )
}

/** What goes to the same party, together. */
function byWhom<One extends {readonly whom: string | undefined}>(all: readonly One[]): [One, ...One[]][] {
  const parties = new Map<string | undefined, [One, ...One[]]>()
  for (const one of all) {
    const key = one.whom?.toLowerCase().replace(/^the /, '')
    const others = parties.get(key)
    if (others) others.push(one)
    else parties.set(key, [one])
  }
  return Array.from(parties.values())
}

function counted({implied}: Summary): Leaf | undefined {
  if (implied.length === 0) return undefined
  return section(
    'Also counted on',
    'link',
    'implied',
    h('p', {class: 'note'}, 'Told as a fact, not asked.'),
    ...byWhom(implied).map((group) =>
      h(
        'div',
        {class: 'group'},
        group[0].whom && h('h3', {}, icon(symbolOf(group[0].whom)), capital(group[0].whom)),
        ...group.map((one) => h('div', {class: 'card implied'}, passage(one)))
      )
    )
  )
}

function told(title: string, symbol: string, name: string, extracts: readonly Extract[]): Leaf | undefined {
  return extracts.length > 0
    ? section(title, symbol, name, ...extracts.map((one) => passage(one)))
    : undefined
}

/** One calm line to where it is told, if no words of it read well by themselves. */
function elsewhere(
  summary: Summary,
  title: string,
  symbol: string,
  name: ToldIn['element']
): Leaf | undefined {
  const line = toldElsewhere(summary, name)
  return line && section(title, symbol, name, line)
}

function toldElsewhere(summary: Summary, name: ToldIn['element']): Leaf | undefined {
  const place = summary.toldIn.find(({element}) => element === name)
  const words = nothingSaid(summary, name)
  return place && words ? passage({words, span: place.span}, {class: 'elsewhere'}) : undefined
}

function shownAlready(summary: Summary, {span}: Extract): boolean {
  const {proposed, downside, progress, motive, reward, implied} = summary
  return [proposed, downside, progress, motive, reward, implied]
    .flat()
    .some((one) => one.span.start === span.start)
}

function isBalanced({asks, reward}: Summary): boolean {
  return asks.some(({state}) => state !== 'declined') && reward.length > 0
}

/** More would be no picture. */
const mostWeights = 4

/** What is asked against what is given, on one beam. It weighs nothing: what each thing is worth, its reader knows. */
function balance(summary: Summary): Leaf | undefined {
  if (!isBalanced(summary)) return undefined
  const {asks, reward} = summary
  const wanted = asks.filter(({state}) => state !== 'declined')
  const taken = wanted.slice(0, mostWeights).map((card) => {
    const costs = [card.resources, card.effort, card.when].filter((words) => words !== undefined)
    const [cost, ...more] = costs
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'weight',
          'data-action': 'reveal',
          'data-start': card.span.start,
          'data-end': card.span.end,
          title: 'Show in the proposal (Enter)'
        },
        cost && h('strong', {}, [cost, ...more].join(' · ')),
        h('span', {class: 'words'}, ...inCode(capital(card.what)))
      )
    )
  })
  const given = reward.map((one) => h('li', {}, passage(one, {class: 'weight'})))
  return section(
    'In the balance',
    'law',
    'balance',
    h(
      'div',
      {class: 'scales'},
      h('div', {class: 'pan asks'}, h('h3', {}, 'Asked'), h('ul', {}, ...taken)),
      h('div', {class: 'pan gains'}, h('h3', {}, 'Given'), h('ul', {}, ...given)),
      h('div', {class: 'beam', 'aria-hidden': 'true'})
    ),
    wanted.length > mostWeights && h('p', {class: 'note'}, `and ${wanted.length - mostWeights} more asked`)
  )
}

function timeline({milestones}: Summary): Leaf | undefined {
  if (milestones.length === 0) return undefined
  return section(
    'When',
    'calendar',
    'timeline',
    h(
      'ol',
      {class: 'line'},
      ...milestones.map((one) => h('li', {}, h('span', {class: 'day'}, one.date), passage(one)))
    )
  )
}

function answering({answering: [channel], closed}: Summary): Leaf | undefined {
  if (closed !== undefined && !channel) return undefined
  return section(
    'How to answer',
    'comment-discussion',
    'answering',
    channel && passage(channel),
    h(
      'p',
      {class: 'note'},
      channel ? '“Not yet” is a fine answer.' : 'No place to answer is named yet. “Not yet” is a fine answer.'
    )
  )
}

/** One line for all that a reader would look for and not find. */
function unsaid({elements, language, closed}: Summary): Leaf | undefined {
  if (language !== 'en' && language !== 'und')
    return h(
      'p',
      {class: 'unsaid', 'data-key': 'unsaid'},
      'Only proposals in English are read; this one may say more.'
    )
  const missing = [
    ['motive', 'why'],
    ['progress', 'where it stands'],
    ['reward', 'what you gain']
  ].flatMap(([name, words]) =>
    elements.some(({element, level}) => element === name && level === 'missing') && words ? [words] : []
  )
  return missing.length > 0
    ? h(
        'p',
        {class: 'unsaid', 'data-key': 'unsaid'},
        `Nothing is said ${closed === undefined ? 'yet ' : ''}of ${new Intl.ListFormat('en', {type: 'disjunction'}).format(missing)}.`
      )
    : undefined
}
