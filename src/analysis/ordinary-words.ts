import {stem} from './model/tokens.ts'
import weights from './model/weights.json' with {type: 'json'}

let known: ReadonlySet<string> | undefined

/** Endings of words that are made of others, as names seldom are. */
const derived = /.{3}(?:ing|ed|ly|tions?|sions?|ness|ments?|ers|while|wards?|ever|able|ous|ful|less)$/

/** Names that the proposals named so often that the model knows them. */
const names =
  /^(?:john|michael|david|daniel|andrew|ben|alex|bob|tom|nick|chris|matt|wang|tim|eric|ethan|aaron|jacob|jane|alice|ali|ray)$/

/**
 * Whether a word is one of those that proposals are written in, and so, at the start of a sentence, most likely no
 * name. The words are those that the learned model knows.
 */
export function isOrdinary(word: string): boolean {
  known ??= new Set(weights.features.split('\n').flatMap((line) => /^w (\S+)\t/.exec(line)?.[1] ?? []))
  const lower = word.toLowerCase().replaceAll('’', "'")
  return (
    (known.has(stem(lower)) && !names.test(lower)) ||
    derived.test(lower) ||
    /^(?:i|we|you|they|he|she|it|that|there)'/.test(lower)
  )
}
