import type {Promised} from '../analysis/lexicon.ts'

/** What is inserted where an element is missing: a heading, and lines with places to fill in. */
export interface Scaffold {
  /** Completes "Insert …". */
  readonly name: string
  readonly heading: string
  /** Lines; one that opens with "- " takes the document's list marker. Every sentence has a place to fill in. */
  readonly lines: readonly string[]
}

export const scaffolds: Readonly<Record<Promised, Scaffold>> = {
  summary: {
    name: 'a summary',
    heading: 'Summary',
    lines: ['We propose to ⟨do what⟩, so that ⟨who gains what⟩. We ask ⟨whom⟩ to ⟨do what⟩ by ⟨date⟩.']
  },
  motive: {
    name: 'why you pursue this',
    heading: 'Why this matters to us',
    lines: ['We want this because ⟨what drives you⟩. Today it costs ⟨whom⟩ ⟨what⟩.']
  },
  stakeholder: {
    name: 'who is affected, asked or deciding',
    heading: 'Who has a part in this',
    lines: [
      '- Asked: ⟨team or person⟩',
      '- Affected: ⟨team or person⟩',
      '- Deciding: ⟨team or person⟩, by ⟨date⟩'
    ]
  },
  reward: {
    name: 'what the reader gains',
    heading: 'What you gain',
    lines: ['If this goes ahead, ⟨who⟩ can ⟨do what⟩, which today takes ⟨what⟩.']
  },
  work: {
    name: 'what is to be done, and by whom',
    heading: 'What is to be done',
    lines: ['- ⟨who⟩ does ⟨what⟩ by ⟨date⟩', '- ⟨who⟩ does ⟨what⟩ by ⟨date⟩']
  },
  chunked: {
    name: 'steps that can be agreed to one by one',
    heading: 'Step by step',
    lines: ['- First: ⟨what⟩, by ⟨date⟩', '- Then, if ⟨what was learned⟩: ⟨what⟩, by ⟨date⟩']
  },
  timeframe: {
    name: 'by when',
    heading: 'By when',
    lines: ['From ⟨date⟩ until ⟨date⟩; a first result can be seen by ⟨date⟩.']
  },
  effort: {
    name: 'how much time it takes',
    heading: 'How much time it takes',
    lines: ['It takes ⟨how many people⟩ about ⟨hours a week⟩ each.']
  },
  resources: {
    name: 'what it needs',
    heading: 'What it needs',
    lines: ['- Money: ⟨amount, for what⟩', '- Access or equipment: ⟨what⟩']
  },
  progress: {
    name: 'where it stands',
    heading: 'Where it stands',
    lines: [
      '- Done: ⟨what works already⟩',
      '- Lined up: ⟨who or what is ready⟩',
      '- Promised: ⟨who promised what⟩'
    ]
  },
  downside: {
    name: 'what could go wrong',
    heading: 'What could go wrong',
    lines: ['- For you: ⟨what it may cost the reader⟩', '- For us: ⟨what may fail, and what then⟩']
  },
  objection: {
    name: 'an objection and its answer',
    heading: 'What speaks against it',
    lines: ['“⟨what a doubtful reader says⟩” Behind it stands ⟨the reason⟩. We can offer ⟨a change⟩.']
  },
  optout: {
    name: 'a way out',
    heading: 'How to stop',
    lines: ['We try it until ⟨date⟩. If ⟨what you would see⟩, we stop, and everything is back to ⟨what⟩.']
  },
  ask: {
    name: 'an ask',
    heading: 'What we ask of you',
    lines: ['- [ ] **Ask 1, ⟨whom⟩:** ⟨do what⟩, ⟨hours a week⟩, from ⟨date⟩ until ⟨date⟩']
  },
  decision: {
    name: 'who decides, and by when',
    heading: 'Who decides',
    lines: ['⟨who⟩ decides by ⟨date⟩; until ⟨date⟩ your word can still change it.']
  },
  dialog: {
    name: 'questions for the reader',
    heading: 'Questions for you',
    lines: [
      '- How do you see this playing out for ⟨your team⟩?',
      '- What problems do you see ahead with ⟨the part you doubt⟩?',
      '',
      'Answers are welcome at ⟨where⟩ until ⟨date⟩; “not yet” is a fine answer.'
    ]
  }
}
