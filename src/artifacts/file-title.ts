/** What files are called of which the name says only what kind of thing they hold. */
const kinds = new Set(
  'a abstract an and application brief briefing cfp copy cover doc document draft file final for goal grant grants gsoc home idea in index intent introduction letter main md memo my new notes of on one onepager open our overview page pager petition pitch plan post project proposal proposals readme report request research rfc rfp sponsor sponsors sponsorship sponsoring stdin submission summary talk template test text the thesis to untitled v version wip'.split(
    ' '
  )
)

/** "0027-", "2024-05-28-", "rfc-093_": where a file stands among its like, and no part of what it is about. */
const numbered = /^(?:(?:rfcs?|proposal|adr|kep|pep|qep|sip|mip|eip|msc)[-_ ]?)?(?:\d+[-_. ]+)+(?=\p{L})/iu

/**
 * What a file's name says in words of what the file is about: "0027-disabling-of-flaky-tests.md" is about the
 * "Disabling of flaky tests". Undefined where it names nothing but a kind of document, as "README.md" does.
 */
export function titleOfFile(file: string): string | undefined {
  const name = file
    .replace(/\.[\p{L}\d]{1,10}$/u, '')
    .replace(numbered, '')
    .replace(/[-_.\s]+/g, ' ')
    .trim()
  const words = name.toLowerCase().match(/\p{L}+/gu) ?? []
  if (name.length < 3 || words.every((word) => kinds.has(word))) return undefined
  return name.charAt(0).toUpperCase() + name.slice(1)
}
