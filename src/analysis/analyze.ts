import {asksOf} from './asks.ts'
import {boilerplateOf} from './boilerplate.ts'
import {closedBy} from './closed.ts'
import {commentsOf} from './comments.ts'
import {readingsOf} from './evidence.ts'
import {frontMatterOf} from './front-matter.ts'
import {languageOf} from './language.ts'
import {parseMarkdown} from './parse.ts'
import {outlineOf} from './passages.ts'
import {placesOf} from './places.ts'
import {profileField, profileOf} from './profile.ts'
import type {Profile, Proposal} from './proposal.ts'
import {quantitiesOf} from './quantities.ts'
import {questionsOf} from './questions.ts'
import {titleOf} from './title.ts'

export interface AnalyzeOptions {
  /** The kind of document, where settings name it; the front matter of the document goes before. */
  readonly profile?: Profile | undefined
}

/**
 * Reads a Markdown document as a proposal.
 * @param source any text; nothing is thrown, whatever it holds. A byte order mark is no part of the proposal:
 *   its offsets count from the character after it.
 */
export function analyze(source: string, options: AnalyzeOptions = {}): Proposal {
  const text = source.replace(/^\uFEFF/, '')
  const tree = parseMarkdown(text)
  const outline = outlineOf(text, tree)
  const frontMatter = frontMatterOf(tree)
  const boilerplate = boilerplateOf(outline)
  const quantities = outline.passages.map((passage) => quantitiesOf(passage))
  const asks = asksOf(text, outline, boilerplate, quantities)
  const named = profileField(frontMatter.fields)
  return {
    text,
    words: outline.passages.reduce(
      (sum, {sentences}) => sum + sentences.reduce((n, {words}) => n + words.split(' ').length, 0),
      0
    ),
    language: languageOf(outline.passages),
    title: titleOf(outline),
    ...outline,
    boilerplate,
    frontMatter,
    profile: named
      ? {name: named, reason: 'its front matter says so'}
      : options.profile
        ? {name: options.profile, reason: 'the settings say so'}
        : profileOf(text, outline),
    closed: closedBy(frontMatter.fields, outline.passages),
    elements: readingsOf({text, outline, boilerplate, quantities, asks}),
    asks,
    questions: questionsOf(outline, boilerplate),
    comments: commentsOf(tree),
    places: placesOf(text, outline),
    quantities: quantities.flat()
  }
}
