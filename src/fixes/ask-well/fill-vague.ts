import type {Proposal} from '../../analysis/proposal.ts'
import type {Span} from '../../analysis/span.ts'
import {wordingsIn} from '../../analysis/wording.ts'
import type {Edit, Fix} from '../fix.ts'
import {replace, sentenceAt} from './sentence-at.ts'

// Words that commit nobody to anything, and the place for what they leave open; "$1" is what stays of them.
const vague: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:as soon as (?:possible|you can)|ASAP|at your earliest convenience|whenever you (?:can|have time)|when you (?:can|get a chance|have time)|in the near future|in due course|sooner or later|at some point|some day|someday|sometime soon|soon(?:ish)?)(?![\w-])/gi,
    'by ⟨date⟩'
  ],
  [
    /\btimely (feedback|approvals?|answers?|responses?|repl(?:y|ies)|reviews?|payments?|decisions?)\b/gi,
    '$1 by ⟨date⟩'
  ],
  [/\b(?:some |more |a bit of )?(help|assistance) from\b/gi, '$1 (⟨how many hours a week⟩) from'],
  [
    /\b(?:ongoing|continued|continuous|regular) (dialog(?:ue)?|help|involvement|participation|feedback|reviews?|input)\b/gi,
    '$1 ⟨how often⟩'
  ],
  [
    /\b(?:a few|a couple of|some|several) (?:hours|days)(?: (?:a|per|each|every) (?:week|month|day))?\b/gi,
    '⟨how many hours a week⟩'
  ],
  [
    /\b(?:some|a (?:little|bit of|small amount of)|a few minutes of) (?:of your |your )?(?:free |spare )?time\b/gi,
    '⟨how many hours a week⟩ of your time'
  ],
  [/\b(?:a few|a couple of|some|several) (?:weeks|months)\b/gi, '⟨how many weeks⟩'],
  [/\b(?:some|a (?:little|bit of|small amount of)) (?:money|funding|budget)\b/gi, '⟨amount⟩'],
  [/\bsome (?:help|support|assistance)\b/gi, 'help with ⟨what⟩'],
  [
    /\b(?:a few|a couple of|some|several) (?=(?:people|volunteers|reviewers|developers|engineers|helpers)\b)/gi,
    '⟨how many⟩ '
  ]
]

/** The words that the rule about vague commitments knows, each kind with the place for what it leaves open. */
const lists = [
  ['vagueTimeframe', 'by ⟨date⟩'],
  ['vagueEffort', '⟨how many hours a week⟩'],
  ['vagueWork', 'help with ⟨what⟩'],
  ['vagueResources', '⟨amount⟩']
] as const

/** Puts places to fill in where an ask stays vague: "some time", "ASAP", "a few hours". */
export function fillVague(proposal: Proposal, span: Span): Fix | undefined {
  const sentence = sentenceAt(proposal, span)
  if (!sentence) return undefined
  const edits: Edit[] = []
  const fill = (start: number, end: number, place: string) => {
    const edit = replace(proposal, sentence, start, end, place)
    const free =
      edit && edits.every((other) => edit.span.end <= other.span.start || other.span.end <= edit.span.start)
    if (edit && free) edits.push(edit)
  }
  for (const [pattern, place] of vague)
    for (const {index, 0: words, 1: kept = ''} of sentence.plain.matchAll(pattern))
      fill(
        index,
        index + words.length,
        place.replace('$1', () => kept)
      )
  for (const [list, place] of lists)
    for (const {span: at} of wordingsIn(list, sentence.plain, 0)) fill(at.start, at.end, place)
  return edits.length > 0
    ? {title: 'Say how much and by when', kind: 'refactor.rewrite.buyIn.ask.fillVague', edits}
    : undefined
}
