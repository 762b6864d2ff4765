import type {Token} from './tokens.ts'

const persons = new Map(
  Object.entries({
    we: 'we',
    our: 'we',
    us: 'we',
    i: 'i',
    my: 'i',
    me: 'i',
    you: 'you',
    your: 'you',
    they: 'they',
    it: 'it',
    this: 'this'
  })
)
const helpers = new Map(
  Object.entries({
    will: 'will',
    shall: 'will',
    have: 'have',
    has: 'have',
    had: 'have',
    was: 'was',
    were: 'was',
    is: 'is',
    are: 'is',
    be: 'be',
    been: 'been',
    would: 'would',
    could: 'could',
    can: 'can',
    may: 'may',
    might: 'may',
    should: 'should',
    must: 'must',
    need: 'need',
    want: 'want',
    not: 'not',
    to: 'to',
    going: 'going',
    plan: 'plan'
  })
)
const shortened: Readonly<Record<string, string>> = {
  ve: 'have',
  ll: 'will',
  re: 'is',
  d: 'would',
  m: 'is',
  s: 'is'
}
const between = new Set([
  'already',
  'also',
  'currently',
  'now',
  'only',
  'just',
  'then',
  'so',
  'far',
  'recently',
  'successfully'
])
const strong = new Set([
  'built',
  'made',
  'written',
  'done',
  'found',
  'seen',
  'run',
  'given',
  'got',
  'shown',
  'begun',
  'wrote',
  'gave',
  'began'
])

/** Who speaks of when: "we have built", "it will be tested", as person, helping verbs and ending of the verb. */
export function patternsOf(tokens: readonly Token[]): string[] {
  const found: string[] = []
  tokens.forEach(({key}, at) => {
    const contracted = key.includes("'") ? /^(we|i|you|they|it)'(ve|ll|re|d|m|s)$/.exec(key) : null
    const person = contracted ? (persons.get(contracted[1] ?? '') ?? 'it') : persons.get(key)
    const helper = person ? undefined : helpers.get(key)
    const last = tokens[at - 1]?.key ?? ''
    if (!person && (!helper || helpers.has(last) || persons.has(last))) return
    let name = person ?? `_ ${helper ?? ''}`
    if (contracted) name += ` ${shortened[contracted[2] ?? ''] ?? ''}`
    let next = at + 1
    for (; next < at + 6; next++) {
      const word = tokens[next]?.key ?? ''
      const follow = helpers.get(word)
      if (follow) name += ` ${follow}`
      else if (!between.has(word)) break
    }
    const verb = tokens[next]?.key ?? ''
    found.push(
      `${name} ${verb.endsWith('ed') || strong.has(verb) ? 'ed' : verb.endsWith('ing') ? 'ing' : 'x'}`
    )
  })
  return found
}
