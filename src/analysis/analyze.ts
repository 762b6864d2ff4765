import {asksOf} from './asks/asks.ts'
import {impliedAsksOf} from './asks/implied.ts'
import {withAsks, withSlots} from './asks/proof.ts'
import {boilerplateOf} from './boilerplate.ts'
import {closedBy} from './closed.ts'
import {commentsOf} from './comments.ts'
import {askLikelihood, readElements, shippedModel} from './evidence.ts'
import {frontMatterOf} from './front-matter.ts'
import {languageOf} from './language.ts'
import {see} from './model/sight.ts'
import {withOwnCues} from './own-cues.ts'
import {parseMarkdown} from './parse.ts'
import {type Outline, outlineOf} from './passages.ts'
import {hasPlace, placesOf} from './places.ts'
import {profileField, profileOf} from './profile.ts'
import type {Cues, Profile, ProjectFacts, Proposal} from './proposal.ts'
import {proseEndOf} from './prose-end.ts'
import {quantitiesOf} from './quantities.ts'
import {questionsOf} from './questions.ts'
import {titleOf} from './title.ts'

export interface AnalyzeOptions {
  /** The kind of document, where settings name it; the front matter of the document goes before. */
  readonly profile?: Profile | undefined
  readonly project?: ProjectFacts
  readonly cues?: Cues
  /** A text of more KB, counted in UTF-16 units, is not read. */
  readonly largestKB?: number
}

/**
 * Reads a Markdown document as a proposal.
 * @param source any text; nothing is thrown, whatever it holds. A byte order mark is no part of the proposal:
 *   its offsets count from the character after it.
 */
export function analyze(source: string, options: AnalyzeOptions = {}): Proposal {
  const text = source.replace(/^\uFEFF/, '')
  const {largestKB = Number.POSITIVE_INFINITY} = options
  if (text.length > largestKB * 1024) {
    const size = Math.ceil(text.length / 1024).toLocaleString('en')
    const unread = `This has ${size} KB; Buy-In reads documents of up to ${largestKB.toLocaleString('en')} KB (thresholds.largestKB).`
    return {...analyze('', options), text, unread}
  }
  const tree = parseMarkdown(text)
  const outline = outlineOf(text, tree)
  const frontMatter = frontMatterOf(tree)
  const boilerplate = boilerplateOf(outline)
  const quantities = outline.passages.map((passage) => quantitiesOf(passage))
  const model = shippedModel()
  const sight = see(model, outline, text)
  const likelihood = askLikelihood(sight)
  const title = titleOf(outline)
  const asks = asksOf(text, outline, boilerplate, quantities, likelihood, title, frontMatter)
  const elements = withOwnCues(readElements(model, sight, text), options.cues, outline, boilerplate)
  const named = profileField(frontMatter.fields)
  return {
    text,
    unread: undefined,
    words: wordCount(outline, boilerplate),
    language: languageOf(outline.passages),
    title,
    ...outline,
    boilerplate,
    frontMatter,
    profile: named
      ? {name: named, reason: 'its front matter says so'}
      : options.profile
        ? {name: options.profile, reason: 'the settings say so'}
        : profileOf(text, outline),
    closed: closedBy(frontMatter.fields, outline.passages),
    elements: {
      ...elements,
      ask: withAsks(elements.ask, asks, likelihood),
      timeframe: withSlots(elements.timeframe, 'timeframe', asks),
      effort: withSlots(elements.effort, 'effort', asks),
      resources: withSlots(elements.resources, 'resources', asks)
    },
    asks,
    impliedAsks: impliedAsksOf({...outline, title}, boilerplate, asks),
    questions: questionsOf(outline, boilerplate),
    proseEnd: proseEndOf(tree),
    comments: commentsOf(text, tree),
    places: placesOf(text, outline),
    quantities: quantities.flat(),
    project: options.project ?? {stakeholders: [], feedback: {}}
  }
}

/** The author's own words: no form's, none that wait to be filled in. */
function wordCount({passages}: Outline, boilerplate: readonly boolean[]): number {
  let count = 0
  passages.forEach(({sentences}, index) => {
    if (boilerplate[index]) return
    for (const {words} of sentences) {
      if (hasPlace(words)) continue
      count++
      for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) count++
    }
  })
  return count
}
