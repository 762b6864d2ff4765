import {remember} from './memory.ts'
import type {Content, Outline, PassageKind} from './passages.ts'
import {hasPlace} from './places.ts'

const request =
  /^(?:please|kindly|describe|explain|list|provide|include|specify|summari[sz]e|outline|give|tell us|state|indicate|detail|fill in|insert|replace|remove|delete|add) (?:us |here |in )?(?:a|an|all|any|the|this|that|your|our|how|what|which|why|who|if|as|one|some|here|below|details|links?|brief\w*|short\w*|describe|explain|list|provide|include|tell|add)\b/i
const asked =
  /^(?:what|why|how|who|which|where|when|are there|is there|do you|have you|did you|can you|will|does|describe|any)\b.*\b(?:you|your|team|this (?:proposal|project|rfc|feature|grant|change)|the (?:proposal|project|feature|proposed))\b.*\?$/i
const form =
  /\b(?:leave (?:this )?(?:empty|blank)|this (?:section|template|document) (?:should|is intended|describes what|defines the specific)|delete this|remove this|if applicable|e\.g\. a link|lorem ipsum|your (?:proposal|application) (?:should|must)|fill (?:in|out) (?:the|this)|example:|for instance, you|help us locate your project|good place to (?:elaborate|put the answers|describe))\b/i
const unfilled =
  /⟨[^⟩]*⟩|\[(?:your|insert|name|date|amount|todo|tbd)[^\]]*\](?!\()|<(?:your|insert|name|date|amount)[^>]*>|_{4,}|\bx{3,}\b/i
/** The questions under the headings of the RFC templates that many communities share. */
const asksOfTemplate =
  /^(?:why are we doing this|what use cases does it support|what is the expected outcome|why should we \*?not\*? do this|what other designs have been considered|what is the impact of not doing this|what parts of the design (?:are still tbd|do you expect to)|what related issues do you consider out of scope)\b[^?]*\?$/i

/** What a repository says of itself above a document: that it has moved, or is no longer kept. */
const notice =
  /^(?:\[!\w+\] )?[^.]{0,60}?\b(?:ha(?:s|ve) been (?:moved to|archived|preserved for reference)|consider this (?:repository|page|document) (?:as )?(?:archived|deprecated|closed)|please otherwise (?:refer|see|consider))\b/i

/** What every place that is unfilled holds; a glance spares most words the longer look. */
const opening = /[⟨[<]|____|xxx/i

/**
 * Whether words are a form's and not its author's: instructions, questions of a questionnaire, places left to
 * fill in. Such words prove nothing, whoever's they are.
 * @param kind of the passage, or of what else the words are
 * @param italic whether the whole passage is in italics
 */
export function isBoilerplate(
  words: string,
  kind: PassageKind | 'heading' | 'field' | 'code',
  italic: boolean
): boolean {
  if (hasPlace(words)) return true
  const without = opening.test(words) ? words.replace(unfilled, '') : words
  if (without.length < words.length && without.replace(/[^a-z]/gi, '').length < 12) return true
  if (kind === 'row' || kind === 'field' || kind === 'code') return false
  if (kind === 'heading' && !italic) return asked.test(words)
  if (kind !== 'heading' && asksOfTemplate.test(words)) return true
  const formal = form.test(words)
  const instructs = () => formal || request.test(words)
  if (italic && (instructs() || asked.test(words))) return true
  if (kind === 'quote')
    return (
      notice.test(words) ||
      (instructs() && /\b(?:your|template|section|proposal|document|application)\b/i.test(words))
    )
  return kind === 'heading' ? asked.test(words) : formal
}

/** For each passage, whether it is a template's or a form's text and not the author's. */
export function boilerplateOf({passages}: Outline): boolean[] {
  return passages.map(({content}) => isForms(content))
}

const isForms = remember(
  ({kind, italic, sentences}: Content) =>
    sentences.length > 0 && sentences.every(({words}) => isFormText(kind, italic, words))
)

function isFormText(kind: PassageKind, italic: boolean, words: string): boolean {
  return !hasPlace(words) && (isBoilerplate(words, kind, italic) || (italic && words.endsWith('?')))
}
