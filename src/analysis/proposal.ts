import type {Passage, Section} from './passages.ts'
import type {Quantity} from './quantities.ts'
import type {Span} from './span.ts'
import type {TrustElement} from './trust-elements.ts'

export type Level = 'present' | 'weak' | 'missing'

/** A passage, or neighbours of one section, that prove an element, and why they were taken. */
export interface Evidence {
  readonly level: Exclude<Level, 'missing'>
  readonly span: Span
  /** The sentence, item or row of it that counts most. */
  readonly best: Span
  /** Index of the passage that holds the best; undefined for a heading or a line of front matter. */
  readonly passage: number | undefined
  /** The words that made it count, the weightiest first, as they stand in the text. */
  readonly cues: readonly string[]
}

/** How far the document tells its reader one trust element; the best evidence first. */
export interface ElementReading {
  readonly level: Level
  readonly evidence: readonly Evidence[]
}

/** A part of the text that fills a slot of an ask. */
export interface Slot {
  readonly span: Span
  /** As it stands in the text, markup blanked, white space folded. */
  readonly words: string
}

/** What somebody said to an ask. */
export interface Answer {
  readonly state: 'open' | 'agreed' | 'declined'
  /** "Sam, 12 May", where the author wrote it in brackets at the end. */
  readonly by: Slot | undefined
}

/** One request to somebody. */
export interface Ask {
  /** The sentence, item or row that asks. */
  readonly span: Span
  readonly words: string
  readonly passage: number
  /** Written in Buy-In's own notation: a task item that opens with "**Ask 1, whom:**". */
  readonly notation: boolean
  readonly whom: Slot | undefined
  readonly timeframe: Slot | undefined
  readonly effort: Slot | undefined
  readonly work: Slot | undefined
  readonly resources: Slot | undefined
  /** List items that spell the ask out ("We ask you to:" and what follows). */
  readonly items: readonly Slot[]
  readonly answer: Answer
}

/** A duty of the reader that is told as a fact and asked of nobody: "maintained by the platform team". */
export interface ImpliedAsk {
  /** The sentence, item or row that tells it. */
  readonly span: Span
  readonly words: string
  readonly passage: number
  /** Who is counted on. */
  readonly whom: Slot | undefined
}

export const profiles = ['memo', 'rfc', 'grant', 'goal', 'talk', 'sponsorship', 'letter'] as const
export type Profile = (typeof profiles)[number]

/** What kind of document it is, and why it was taken for that. */
export interface ProfileReading {
  readonly name: Profile
  readonly reason: string
  /** Handed in to be assessed, as a thesis or a form is: the handing in asks, and its readers know who decides. */
  readonly handedIn?: true
  /** Handed in to a client, who knows what drives its author: the price. */
  readonly offer?: true
  /** A call for people who join of their own accord, and object by staying away. */
  readonly call?: true
}

/** What the project that a document belongs to says of its proposals. */
export interface ProjectFacts {
  readonly stakeholders: readonly ProjectStakeholder[]
  readonly feedback: Feedback
}

/** A team, role or person whom a project's proposals are for. */
export interface ProjectStakeholder {
  readonly name: string
  readonly role?: string
  readonly caresAbout?: readonly string[]
}

/** How readers of a project's proposals may answer, as far as it says so: what a text says itself goes before. */
export interface Feedback {
  /** "the channel #town-hall", "https://…" */
  readonly channel?: string
  /** Whom to write to in private. */
  readonly private?: string
  /** Until when: "12 May". */
  readonly until?: string
}

/** Words that prove an element wherever they stand, beside those that the model knows. */
export type Cues = Readonly<Partial<Record<TrustElement, readonly string[]>>>

/** The model of one document; every position is in UTF-16 offsets of `text`. */
export interface Proposal {
  readonly text: string
  /** Why it was not read, in a sentence; all else is then as of an empty text. */
  readonly unread: string | undefined
  readonly words: number
  /** "en", the ISO 639-3 code of another language, or "und" where there is too little prose to tell. */
  readonly language: string
  readonly title: Slot | undefined
  readonly sections: readonly Section[]
  readonly passages: readonly Passage[]
  /** For each passage, whether it is somebody else's text: instructions of a template, questions of a form. */
  readonly boilerplate: readonly boolean[]
  readonly frontMatter: FrontMatter
  readonly profile: ProfileReading
  /** Set when the document says that it is decided: the words that say so. */
  readonly closed: string | undefined
  readonly elements: Readonly<Record<TrustElement, ElementReading>>
  readonly asks: readonly Ask[]
  readonly impliedAsks: readonly ImpliedAsk[]
  /** Questions that the author puts to the reader. */
  readonly questions: readonly Slot[]
  /** Where the prose ends: before the link definitions, footnotes and comments that close the document. */
  readonly proseEnd: number
  /** HTML comments, each as it stands, with its marks. */
  readonly comments: readonly Slot[]
  /** Places to fill in, such as ⟨date⟩ or [Your Name]. */
  readonly places: readonly Slot[]
  readonly quantities: readonly Quantity[]
  readonly project: ProjectFacts
  /** How its file is called, without the folders; undefined where nobody said. */
  readonly file: string | undefined
}

export interface FrontMatter {
  /** The whole block with its fences; an empty span at 0 where there is none. */
  readonly span: Span
  readonly fields: Readonly<Record<string, unknown>>
  /** What is wrong with it, in the YAML library's words; the rest of the document is read all the same. */
  readonly problem: string | undefined
}
