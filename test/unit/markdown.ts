import fc from 'fast-check'

const word = fc.constantFrom(
  'we',
  'ask',
  'the',
  'team',
  'to',
  'review',
  'pay',
  '$20,000',
  '4',
  'hours',
  'a',
  'week',
  'by',
  '12 May',
  'because',
  'risk',
  'ünï',
  '🌱',
  '\u202Eabc',
  '⟨date⟩',
  'TBD',
  '`code`',
  '**bold**',
  '[x](y)',
  '<b>',
  '\\*',
  '&amp;',
  '}',
  '$1',
  '\u200B'
)
const sentence = fc.array(word, {minLength: 1, maxLength: 14}).map((words) => `${words.join(' ')}.`)
const block = fc.oneof(
  sentence,
  sentence.map((words) => `# ${words}`),
  sentence.map((words) => `## ${words}`),
  fc.constantFrom(
    '## Drawbacks',
    '## What we ask',
    '## Motivation',
    '---',
    '```\ncode',
    '> quoted',
    '<!-- note -->',
    '[a]: b',
    '**Budget:**',
    '| a | b |\n| - | - |\n| we ask you | $3 |'
  ),
  fc
    .array(sentence, {minLength: 1, maxLength: 4})
    .map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(sentence, {minLength: 1, maxLength: 3})
    .map((items) => `We ask the team to:\n\n${items.map((item) => `1. ${item}`).join('\n')}`),
  sentence.map((words) => `- [ ] **Ask 1, ⟨whom⟩:** ${words}`),
  sentence.map((words) => `> ${words}`)
)
const document = fc
  .tuple(
    fc.array(block, {maxLength: 12}),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\uFEFF', '---\nbuy-in: memo\n---\n\n')
  )
  .map(([blocks, eol, head]) => (head + blocks.join('\n\n')).replaceAll('\n', eol))

/** Any text at all, and documents made of what proposals are made of. */
export const markdown: fc.Arbitrary<string> = fc.oneof(
  {weight: 1, arbitrary: fc.string({unit: 'binary'})},
  {weight: 4, arbitrary: document}
)
