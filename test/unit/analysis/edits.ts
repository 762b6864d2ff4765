import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {tests} from 'commonmark-spec'
import fc from 'fast-check'

const root = fileURLToPath(new URL('../../../', import.meta.url))

function documentsIn(folder: string): string[] {
  if (!existsSync(`${root}${folder}`)) return []
  return readdirSync(`${root}${folder}`, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(`${root}${folder}/${name}`, 'utf8'))
}

/** What GFM and its extensions add to the specification's examples. */
const gfm = [
  '| a | b |\n| - | :-: |\n| c \\| d | `e | f` |\ng\n',
  'a | b\n-|-\nc | d\n> e\n',
  '- [ ] foo\n  - [x] bar\n- [X] baz\n',
  '~~Hi~~ Hello, ~there~ world!\n\nThis ~~has a\n\nnew paragraph~~.\n',
  'Visit www.commonmark.org/help, https://example.org/(a), or ada@example.org.\n',
  'A note.[^1] Another one.[^long note]\n\n[^1]: Short.\n[^long note]: Long,\n    with a second line.\n\n    > and a quote\n\nNo note.\n',
  '[a][b] and [b] and ![b]\n\n> [b]: /inside-a-quote\n\n- [c]: /inside-a-list\n\n[c]\n',
  '---\ntitle: A plan\n---\n\n# A plan\n',
  '+++\ntitle = "A plan"\n+++\n\n# A plan\n'
]

export const specification: readonly string[] = [
  ...tests.map(({markdown}) => markdown.replaceAll('→', '\t')),
  ...gfm
]

/** Proposals: real ones where there are any, else those that come with Buy-In. */
const corpus = documentsIn('../shared/corpus/dev')
export const proposals: readonly string[] = (corpus.length > 0 ? corpus : documentsIn('examples'))
  .concat(documentsIn('bench/accuracy/made-up'))
  .map((text) => text.slice(0, 8000))

/** One edit of a text: at a share of its length, so many characters are replaced. */
export interface Edit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

export function edited(text: string, {at, remove, insert}: Edit): string {
  const start = Math.floor(at * text.length)
  return text.slice(0, start) + insert + text.slice(start + remove)
}

const structure = fc.constantFrom(
  ...['\n', '\n\n', ' ', '    ', '\t', '\r\n', '\r', '#', '# ', '## Drawbacks\n', '- ', '* ', '10. ', '> '],
  ...[
    '```',
    '\n```\n',
    '~~~',
    '\n---\n',
    '---\n',
    '+++\n',
    '===',
    '<!--',
    '-->',
    '<div>',
    '</div>',
    '<?',
    '<a'
  ],
  ...[
    '[a]',
    '[',
    ']',
    '(',
    '[foo]: /url',
    '\n[b]: c\n',
    '[^1]',
    '\n[^1]: x\n',
    '**',
    '_',
    '`',
    '\\',
    '|',
    '&amp;'
  ],
  ...[
    '| a | b |\n| - | - |\n| c | d |\n',
    '- [ ] ',
    '\n  - ',
    '\uFEFF',
    '\0',
    '~~',
    'www.a.b',
    'ß',
    'İ',
    '🌱'
  ],
  ...['---\nbuy-in: rfc\n---\n', 'TBD', '⟨date⟩', ' by 12 May', '$20,000', 'We ask the board to ', '?', '.']
)
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({min: 0, max: 1, noNaN: true}),
  remove: fc.oneof({weight: 4, arbitrary: fc.nat(2)}, {weight: 1, arbitrary: fc.nat(120)}),
  insert: fc.oneof(
    {weight: 2, arbitrary: fc.constantFrom('', 'e', 's', ' ', 'word')},
    {weight: 4, arbitrary: structure},
    {weight: 1, arbitrary: fc.constantFrom(...specification)}
  )
})

/** What is typed most: letters and blanks, and the few words and marks that letters can turn into markup. */
const letters = fc.constantFrom(
  ...[
    '',
    'e',
    's',
    'w',
    ' ',
    'word',
    'two words',
    'www',
    'div',
    'amp',
    'http',
    'foo',
    'A',
    'X',
    '.',
    ':',
    '@'
  ]
)

/** Letters typed and deleted, one edit after the other. */
export const typing: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({at: fc.double({min: 0, max: 1, noNaN: true}), remove: fc.nat(3), insert: letters}),
  {minLength: 4, maxLength: 12}
)

/** A few edits, one after the other. */
export const edits: fc.Arbitrary<Edit[]> = fc.array(edit, {minLength: 1, maxLength: 8})

/** Examples of the specification, put together. */
export const examples: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.constantFrom(...specification), {minLength: 1, maxLength: 6}),
    fc.constantFrom('\n', '\n\n', ''),
    fc.constantFrom('\n', '\r\n', '\r')
  )
  .map(([parts, between, eol]) => parts.join(between).replaceAll('\n', eol))
