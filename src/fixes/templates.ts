import type {Promised} from '../analysis/lexicon.ts'
import type {Profile} from '../analysis/proposal.ts'
import {type Content, content} from './fix.ts'
import {scaffolds} from './scaffolds.ts'

/** A section of a template: an element's scaffold as it is, or a heading with lines of its own. */
type Section = Promised | readonly [heading: string, ...lines: string[]]

const summary = 'We propose to ⟨do what⟩, so that ⟨who gains what⟩.'
const ask = '- [ ] **Ask 1, ⟨whom⟩:** ⟨do what⟩, about ⟨hours a week⟩, from ⟨date⟩ until ⟨date⟩'
const decided = '- [ ] **Ask 2, ⟨whom⟩:** ⟨do what⟩, by ⟨date⟩, decided after ⟨what ask 1 shows⟩'
const objection =
  '“⟨What a doubtful reader says⟩.” The reason behind it is ⟨a practical or an emotional one⟩; that is why we offer ⟨a change⟩.'
const people: Section = ['Who has a part in this', '- Affected: ⟨team or person⟩, because ⟨how⟩']
const work: Section = [
  'What is to be done',
  '- ⟨Who⟩ will ⟨do what⟩ by ⟨date⟩.',
  '- ⟨Who⟩ will ⟨do what⟩ by ⟨date⟩.'
]

const sections: Readonly<Record<Exclude<Profile, 'letter'>, readonly Section[]>> = {
  memo: [
    ['Summary', `${summary} We ask ⟨whom⟩ to ⟨do what⟩ by ⟨date⟩.`],
    'motive',
    'progress',
    work,
    'effort',
    'resources',
    'downside',
    ['What we ask of you', ask, decided],
    people,
    'decision',
    'dialog'
  ],
  rfc: [
    ['Summary', summary],
    ['Motivation', 'We want this because ⟨what drives you⟩. Today it costs ⟨whom⟩ ⟨what⟩.'],
    ['Detailed design', '⟨How it works, in enough detail to be built⟩'],
    [
      'Drawbacks',
      '- A drawback for ⟨whom⟩: ⟨what it may cost the reader⟩',
      '- A risk for us: ⟨what may fail, and what then⟩'
    ],
    [
      'Alternatives',
      'We considered ⟨another way⟩ and decided against it, because ⟨the reason⟩.',
      '',
      objection
    ],
    'progress',
    people,
    'decision',
    [
      'How to stop',
      'It is a trial until ⟨date⟩. If ⟨what you would see⟩, we turn it off, and everything is back to ⟨what⟩.'
    ],
    [
      'Unresolved questions',
      '- How do you see this playing out for ⟨your team⟩?',
      '- What problems do you see ahead with ⟨the part you doubt⟩?',
      '',
      'Comments are welcome at ⟨where⟩ until ⟨date⟩.'
    ]
  ],
  grant: [
    ['Summary', summary],
    ['Motivation', 'We want this because ⟨what drives you⟩. Today it costs ⟨whom⟩ ⟨what⟩.'],
    'progress',
    [
      'Milestones',
      '- Milestone 1: ⟨who⟩ will ⟨do what⟩ by ⟨date⟩.',
      '- Milestone 2: ⟨who⟩ will ⟨do what⟩ by ⟨date⟩.'
    ],
    ['Timeline', 'The work begins on ⟨date⟩ and ends on ⟨date⟩.'],
    ['Effort', 'It takes ⟨how many people⟩ about ⟨hours a week⟩ each.'],
    [
      'Budget',
      '- ⟨amount⟩ for ⟨what⟩',
      '- ⟨amount⟩ for ⟨what⟩',
      '',
      'We ask ⟨whom⟩ to fund ⟨amount⟩ in all.'
    ],
    [
      'Risks',
      '- A risk for us: ⟨what may fail, and what then⟩',
      '- A risk for those we work for: ⟨what it may cost them⟩'
    ],
    ['What speaks against it', objection]
  ],
  goal: [
    ['Summary', summary],
    'motive',
    [
      'What you gain',
      'The benefit: ⟨who gains⟩ will be able to ⟨what they can do then⟩, which saves ⟨whom⟩ ⟨what it saves⟩.'
    ],
    'progress',
    ['Plan', '- ⟨Who⟩ will ⟨do what⟩ by ⟨date⟩.', '- ⟨Who⟩ will ⟨do what⟩ by ⟨date⟩.'],
    ['Timeline', 'The work begins on ⟨date⟩ and ends on ⟨date⟩.'],
    'resources',
    'downside',
    ['What speaks against it', objection],
    ['Team asks', ask, decided]
  ],
  talk: [
    ['Abstract', 'In this talk, I show ⟨what⟩, so that ⟨who gains what⟩.'],
    [
      'What you gain',
      'You will learn how to ⟨what they can do then⟩, and you take home ⟨what they take home⟩, which saves you ⟨what it saves⟩.'
    ],
    ['Schedule', 'The talk takes ⟨how many minutes⟩: ⟨what, for how long⟩, then ⟨what, for how long⟩.'],
    [
      'Where it stands',
      '- Done: I have ⟨what you have done with the topic⟩.',
      '- Lined up: ⟨slides, demo, or somebody who helps⟩'
    ]
  ],
  sponsorship: [
    ['Summary', summary],
    ['Why this matters to us', 'We want this because ⟨what drives you⟩. Your money pays for ⟨what⟩.'],
    ['What you gain', 'As a sponsor, you get ⟨what⟩, and ⟨how many⟩ people will ⟨see or know what⟩.'],
    ['What it needs', '- ⟨amount⟩ pays for ⟨what⟩', '- ⟨amount⟩ pays for ⟨what⟩'],
    ['What we ask of you', '- [ ] **Ask 1, ⟨whom⟩:** sponsor ⟨amount⟩ by ⟨date⟩'],
    ['By when', 'It takes place from ⟨date⟩ until ⟨date⟩; we need your answer by ⟨date⟩.'],
    [
      'Questions for you',
      '- What would make this worthwhile for ⟨your company⟩?',
      '',
      'Please write to ⟨whom, where⟩; “not yet” is a fine answer.'
    ]
  ]
}

const letter = [
  'Dear ⟨whom you write to⟩,',
  'We write to you because ⟨what drives you⟩. Today it costs ⟨whom⟩ ⟨what⟩.',
  'We ask you to ⟨do what⟩ by ⟨date⟩. It takes you about ⟨how many hours⟩.',
  'In return, you get ⟨something of use⟩. This affects ⟨team or person⟩, and ⟨who⟩ decides on ⟨date⟩.',
  'You may ask: why not ⟨what a doubtful reader would rather do⟩? Because ⟨a practical or an emotional reason⟩. We considered ⟨another way⟩ and decided against it, because ⟨the reason⟩; what we can offer is ⟨a change⟩.',
  'How do you see this playing out for ⟨your team⟩? Please write to ⟨whom, where⟩; “not yet” is a fine answer.',
  'Yours sincerely,\\\n⟨your name⟩'
]

/** A proposal of a kind to be filled in, with the front matter that names the kind; line ends are `\n`. */
export function templateOf(profile: Profile): Content {
  const parts =
    profile === 'letter'
      ? letter
      : [
          '# ⟨title⟩',
          ...sections[profile].map((section) => {
            const {heading, lines} = typeof section === 'string' ? scaffolds[section] : own(section)
            return `## ${heading}\n\n${lines.join('\n')}`
          })
        ]
  return content(`---\nbuy-in: ${profile}\n---\n\n${parts.join('\n\n')}\n`)
}

function own([heading, ...lines]: readonly [string, ...string[]]) {
  return {heading, lines}
}
