import {promises, startsWithVerb} from '../analysis/lexicon.ts'
import type {Evidence, Proposal} from '../analysis/proposal.ts'
import type {Fix} from './fix.ts'
import {addTo} from './insert-element.ts'
import {askedOf, quotable, told, unanswered} from './quote.ts'
import {scaffolds} from './scaffolds.ts'

// What is inserted here always has places to fill in: the tool knows the text, never the conversation.

/** A place to restate what the people who are asked have said, so that they can say whether it was understood. */
export function insertHeard(proposal: Proposal): Fix {
  const {heading, title} = heard(proposal)
  const people = askedOf(proposal).slice(0, 3)
  const names = people.length > 0 ? people.map(({whom}) => whom) : ['⟨who⟩', '⟨who⟩']
  const known = proposal.sections.some(({title}) => title === heading)
  const lines = [
    ...names.map(
      (name) => `- ${capital(name)}: ⟨their concern, in your own words⟩, because ⟨the reason you heard⟩`
    ),
    ...(known
      ? []
      : ['', 'If we got this wrong, please correct us at ⟨where⟩.'].map((line) => own(proposal, line)))
  ]
  return {
    title,
    kind: 'source.buyIn.insert.heard',
    edits: [
      addTo(proposal, {element: 'objection', heading, lines}, (title) =>
        /^what (?:i|we)(?:['’]ve| have)? heard\b/i.test(title)
      )
    ]
  }
}

function heard(proposal: Proposal) {
  const heading = own(proposal, 'What we heard')
  return {heading, title: `Insert “${heading}”: their concerns, restated`}
}

/** "we" or "I", as the author says of those who propose. */
function own({text}: Proposal, words: string): string {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  if (count(/\bI\b/g) <= count(/\b[Ww]e\b/g)) return words
  return words.replace(/\bwe\b/g, 'I').replace(/\bus\b/g, 'me')
}

/** Open questions for the people who are asked, about what the text asks and admits. */
export function insertQuestions(proposal: Proposal): Fix {
  const people = askedOf(proposal)
  const asked = people.find(({ask}) => ask.work && startsWithVerb(ask.work.words))
  const work = asked?.ask.work && quotable(proposal, asked.ask.work.span) && asked.ask.work.words
  const [doubt] = unanswered(proposal)
  const words = doubt && quotable(proposal, doubt.best)
  const [first, second] = scaffolds.dialog.lines
  const reach = people[0] ? `${the(people[0].whom)}, ⟨on an ordinary day⟩` : '⟨your team⟩'
  const lines = [
    `- How do you see this playing out for ${reach}?`,
    words ? `- What do you see from ⟨where you stand⟩ that we miss when we say “${words}”?` : (second ?? ''),
    ...(asked && work && work.length <= 90
      ? [
          `- What would make it easier for ${the(asked.whom)} to ${work.replace(/[.?!]$/, '')}: ⟨less of it, later, with help⟩?`
        ]
      : [])
  ]
  const invited = told(proposal, 'dialog')[0]
  const section = proposal.sections.some(({heading, title}) => heading && promises(title, 'dialog'))
  const closing = section || invited ? [] : scaffolds.dialog.lines.slice(2)
  return {
    title: 'Insert open questions for your reader',
    kind: 'source.buyIn.insert.questions',
    edits: [
      addTo(
        proposal,
        {element: 'dialog', heading: scaffolds.dialog.heading, lines: first ? [...lines, ...closing] : []},
        (title) => promises(title, 'dialog'),
        invited
      )
    ]
  }
}

/** What an objection rests on, and how it is met by that. */
const reasons = {
  practical: {
    name: 'a practical one',
    behind: 'Behind it stands ⟨the practical reason: time, money, proof⟩. We can offer ⟨a change⟩.'
  },
  emotional: {
    name: 'one of the heart',
    behind:
      'Behind it stands ⟨what it touches: pride in their work, a say, a purpose⟩. We want to keep ⟨that⟩, and can offer ⟨a change⟩.'
  }
} as const

/**
 * An objection with the reason behind it, practical or emotional, and the change that answers it.
 * @param doubt what could go wrong, in the author's own words; by default the first such passage without an answer
 */
export function insertObjections(proposal: Proposal, doubt?: Evidence): Fix[] {
  const about = doubt ?? unanswered(proposal)[0]
  const words = about && quotable(proposal, about.best)
  const opening = words ? `⟨Who⟩ may say: “${words}.”` : '“⟨what a doubtful reader says⟩.”'
  return Object.entries(reasons).map(
    ([name, {name: title, behind}]): Fix => ({
      title: doubt ? `Answer this as an objection: ${title}` : `Insert an objection and its answer: ${title}`,
      kind: `${doubt ? 'refactor.rewrite' : 'source'}.buyIn.${doubt ? 'objection' : 'insert.objection'}.${name}`,
      edits: [
        addTo(
          proposal,
          {
            element: 'objection',
            heading: scaffolds.objection.heading,
            lines: [`${opening} ${own(proposal, behind)}`]
          },
          (title) => promises(title, 'objection')
        )
      ]
    })
  )
}

function the(whom: string): string {
  return /^\p{Lu}[^\s]*$/u.test(whom) || /^(?:the|our|your|each|every|all|any)\b/i.test(whom)
    ? whom
    : `the ${whom}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
