import type {Passage} from '../analysis/passages.ts'
import type {Feedback, Proposal} from '../analysis/proposal.ts'
import {gap, type Quoting} from './artifact.ts'
import {type Clipping, wordCount} from './clip.ts'

const inviting =
  /\b(?:please (?:\w+ )?(?:comment|reply|respond|answer|write|e-?mail|contact|reach|send|share|leave|let|tell|get in touch|open|join|drop|add|discuss|raise|file|post|call|message|submit|direct|speak|talk|do not hesitate|feel free)|comments? (?:are|is|can|may|should|go|here|there|below|welcome)|comment (?:on|in|at)|(?:your|for|any|give|send|share|leave|welcome) (?:\w+ )?feedback|feedback (?:is|to|at|in|on|can|should)|discuss(?:ion)? (?:\w+ )?(?:this|it|with us|happens|takes place|thread|here|at|in|on)|reply|respond|write (?:to|me|us)|e-?mail (?:me|us|to)|contact (?:me|us|the)|reach (?:out|us|me)|get in touch|join (?:us|the)|let (?:me|us) know|questions? (?:can|may|should|to|about|or)|suggestions? (?:are|can|to)|sign up)\b/i
const place =
  /@[\w-]|https?:|\b(?:github )?issues?\b|\b(?:pull request|PR|mailing list|thread|channel|slack|zulip|discord|telegram|forum|discussions?|e-?mail|call|office hours|this page|this document)\b/i
/** "Please answer on the notice board": wherever that is. */
const bids =
  /^(?:please|kindly)\s+(?:\w+\s+)?(?:answer|comment|reply|respond|write to|e-?mail|let us know|tell us|get in touch)\b|^(?:comments|answers|replies|feedback|responses) (?:are|is) welcome\b/i
const notNow =
  /\bsee (?:the )?(?:feedback|discussions?|comments?)\b|^(?:many |special |big )?thank|\bthanks? to\b|^(?:for|to find) (?:more|further|additional) (?:information|details|about)|\bplease (?:check|refer|see|find|note|visit|read)\b|\b(?:was|were|has been|have been|had|could be|would be|might be|will be discussed|unlikely|used to)\b/i
const field =
  /^(?:rfc pr|pr|pull request|(?:community )?discussions?(?:[- ]to)?|discussion(?: thread)?|thread|issue|feedback|github issue|tracking issue)\s*:\s*(?=\S)/i
const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/

/**
 * How to answer without pressure: where the text or else the settings say, also in private, and that a no is fine.
 * @param brief whether there is no room for a long sentence of the author’s
 */
export function howToAnswer(proposal: Proposal, feedback: Feedback, {quote}: Quoting, brief = false): string {
  const said = channelIn(proposal)
  const found = brief && said && wordCount(said.words) > 12 ? undefined : said
  const where = found
    ? `“${quote(found).replace(/[.;,]$/, '')}”`
    : feedback.channel
      ? `${/^https?:/.test(feedback.channel) ? 'at' : 'in'} ${feedback.channel}`
      : `in ${gap('channel')}`
  const until = feedback.until
    ? ` until ${feedback.until}`
    : found && hasDate(proposal, found)
      ? ''
      : ` until ${gap('date')}`
  const person = feedback.private ? undefined : personIn(proposal)
  const whom = feedback.private ?? (person ? quote(person) : gap('author'))
  return `${where}${until}, or privately to ${whom}; “not yet” is a fine answer.`
}

/** Whether words only bid to answer, or say where. */
export function bidsToAnswer(words: string): boolean {
  return bids.test(words)
}

/** Where the author says to answer, as it stands in the text: links keep their addresses. */
export function channelIn(proposal: Proposal): Clipping | undefined {
  const {passages, boilerplate, elements} = proposal
  const invites = new Set(elements.dialog.evidence.map(({passage}) => passage))
  const found = passages.flatMap((passage, index) => {
    if (boilerplate[index] || passage.kind === 'row') return []
    return passage.sentences.flatMap(({span, words}) => {
      const source = proposal.text.slice(span.start, span.end)
      if (words.length > 260 || words.includes('⟨') || /[?:]$/.test(words)) return []
      const isField = field.test(words) && index < 20 && /https?:|@|#\d/.test(source)
      const bid = bids.test(words) && wordCount(words) > 3
      const asks = (bid || (inviting.test(words) && place.test(`${words} ${source}`))) && !notNow.test(words)
      if (
        !isField &&
        !(
          asks &&
          !/^(?:if|when) (?!you)|^if you(?:['’]d| would)? (?:like|want|wish) to (?!comment|discuss|know|help|talk|answer|reply|contribute)|^to (?:submit|apply)/i.test(
            words
          )
        )
      )
        return []
      const rank =
        (invites.has(index) ? 2 : 0) +
        (/\bplease\b|\bwelcome\b|\blet (?:me|us) know\b|\bfeedback\b/i.test(words) ? 2 : 0) +
        (/https?:|@\w/.test(source) ? 1 : 0) +
        (isField ? 1.5 : 0) +
        (bid ? 0.5 : 0) +
        (/\b(?:you|your)\b/i.test(words) ? 0.5 : 0)
      return rank >= 2.5 ? [{rank, clipping: asItStands(proposal, passage, span)}] : []
    })
  })
  return found.sort((a, b) => b.rank - a.rank)[0]?.clipping
}

function asItStands({text}: Proposal, {span: whole}: Passage, span: Passage['span']): Clipping {
  // A bold label's marks may stand outside the sentence: "**Discussion:** …".
  const source = text.slice(span.start, span.end)
  const open = (source.match(/\*\*/g)?.length ?? 0) % 2 === 1
  const start = open && text.slice(whole.start, span.start).endsWith('**') ? span.start - 2 : span.start
  const words = text
    .slice(start, span.end)
    .replace(/\*\*|__|<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return {words, span: {start, end: span.end}, parts: [{start, end: span.end}]}
}

function hasDate({quantities}: Proposal, {span}: Clipping): boolean {
  return quantities.some(
    ({kind, span: at}) => kind === 'date' && at.start >= span.start && at.end <= span.end
  )
}

/** Whom to write to: an address in the text, else the author that the text names. */
function personIn({text, passages, sections, frontMatter}: Proposal): Clipping | undefined {
  const at = (start: number, words: string): Clipping => {
    const span = {start, end: start + words.length}
    return {words, span, parts: [span]}
  }
  const headings = sections.flatMap(({heading}) => heading ?? [])
  for (const span of [...passages.map((passage) => passage.span), ...headings]) {
    const source = text.slice(span.start, span.end)
    const found = address.exec(source)
    if (found && !source.slice(0, found.index).endsWith('/')) return at(span.start + found.index, found[0])
  }
  const {author, authors} = frontMatter.fields
  const named: unknown = author ?? (Array.isArray(authors) ? authors[0] : authors)
  if (typeof named === 'string' && /^\p{Lu}[\p{L}.'’ -]+$/u.test(named)) {
    const start = text.indexOf(named)
    if (start >= 0) return at(start, named)
  }
  for (const {plain, span} of passages.slice(0, 12)) {
    const match =
      /^\s*(?:lead )?(?:authors?|contact(?: name)?|point of contact)\s*:\s*(?!(?:the|an?|anyone|whoever|any)\b)(@?[\p{L}][\p{L}\d.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3})/iu.exec(
        plain
      )
    if (match?.[1]) return at(span.start + match[0].length - match[1].length, match[1])
  }
  return undefined
}
