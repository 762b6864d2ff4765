import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {profiles} from '../../../src/analysis/proposal.ts'
import {plain} from '../../../src/fixes/fix.ts'
import {templateOf} from '../../../src/fixes/templates.ts'
import {findingsOf} from '../../../src/rules/findings.ts'
import {looseEnds} from '../../../src/rules/ready-to-send.ts'

/** What an author might put into the places of any of the templates, in turn where there is more than one. */
const words: Readonly<Record<string, readonly string[]>> = {
  title: ['A covered rack for bicycles behind the station'],
  'do what': [
    'build a covered rack for forty bicycles',
    'approve the place behind the station',
    'measure the ground',
    'order the steel and the roof',
    'review the drawing',
    'lend us the small digger'
  ],
  'who gains': ['Every commuter'],
  'what they can do then': ['leave a bicycle at the station overnight and find it dry in the morning'],
  'what they take home': ['a drawing to build one'],
  'what it saves': ['two hours of repairs each month'],
  'who gains what': ['two hundred commuters find their bicycles dry and in one piece'],
  whom: ['the town works', 'the commuters', 'the town works', 'the road office'],
  date: ['4 May', '12 June', '3 July', '20 August'],
  'what drives you': ['our bicycles rust in the rain, and nine of them were stolen since March'],
  what: ['about two hundred euros a year in repairs', 'the steel', 'the roof', 'the way it is today'],
  'what works already': ['a rack for ten bicycles has stood there since April'],
  'who or what is ready': ['a smith in the village, and a place to store the steel'],
  'who promised what': ['the railway promised us the ground'],
  who: ['Mira', 'Noor', 'the smith', 'commuters', 'Mira'],
  Who: ['Mira', 'The smith'],
  'amount, for what': ['€6,400 for steel and a roof'],
  'what it may cost the reader': [
    'for about two weeks the footpath is closed, and the walk takes five minutes longer'
  ],
  'what may fail, and what then': [
    'the roof may leak in the first winter; then the smith mends it at his own cost'
  ],
  'hours a week': ['3 hours a week'],
  'what ask 1 shows': ['the drawing is reviewed'],
  'team or person': ['the people who live across the street', 'the town council', 'the people of the street'],
  how: ['they will hear the bicycles in the morning'],
  'your team': ['the town works'],
  'the part you doubt': ['the roof'],
  where: ['rack@example.org'],
  'How it works, in enough detail to be built': [
    'The rack has two rows of hoops under one roof, and each hoop holds two bicycles.'
  ],
  'another way': ['lockers'],
  'the reason': ['they hold only eight bicycles for the same money'],
  'What a doubtful reader says': ['Nobody will look after it'],
  'what a doubtful reader would rather do': ['simply leave it as it is'],
  'a practical or an emotional reason': ['we are proud of the station, and it looks worse every month'],
  'something of use': ['a footpath without bicycles on it'],
  'a practical or an emotional one': ['that the town works have no time for one more thing to sweep'],
  'a change': ['to sweep it ourselves every Saturday'],
  'what you would see': ['fewer than ten bicycles stand there in June'],
  'how many people': ['two people'],
  amount: ['€4,000', '€2,400', '€6,400'],
  'what it may cost them': ['the footpath is closed for two weeks'],
  'how many minutes': ['25 minutes'],
  'what, for how long': ['the story of the rack for ten minutes', 'questions for fifteen minutes'],
  'what you have done with the topic': ['built three racks in the last four years'],
  'slides, demo, or somebody who helps': ['the slides, and a model of the rack'],
  'how many': ['two hundred'],
  'see or know what': ['see your name on the roof every day'],
  'your company': ['your company'],
  'whom, where': ['Mira at rack@example.org'],
  'whom you write to': ['members of the town council'],
  'how many hours': ['two hours'],
  'your name': ['Mira, for the commuters']
}

function filled(template: string): string {
  const used = new Map<string, number>()
  return template.replace(/⟨([^⟩]*)⟩/g, (_, place: string) => {
    const choice = words[place]
    assert(choice, `the test has no words for ⟨${place}⟩`)
    const count = used.get(place) ?? 0
    used.set(place, count + 1)
    return choice[count % choice.length] ?? ''
  })
}

describe('Templates', () => {
  for (const profile of profiles) {
    describe(profile, () => {
      const template = plain(templateOf(profile))
      const said = (text: string) =>
        findingsOf(analyze(text)).map(
          ({rule, weak, severity, message}) => `${severity} ${rule.id} ${weak ? 'weak ' : ''}${message}`
        )

      it('names its kind', () => {
        const {name, reason} = analyze(template).profile
        assert.deepEqual([name, reason], [profile, 'its front matter says so'])
      })

      it('has nothing to be mended but places to fill in', () => {
        const found = said(template)
        assert(found.length > 0)
        assert.deepEqual(
          found.filter((one) => !one.includes('no-unfilled-placeholder')),
          []
        )
      })

      it('has no finding any more once it is filled in, but what is only an aside', () => {
        assert.deepEqual(
          said(filled(template)).filter((one) => !one.startsWith('hint')),
          []
        )
      })

      it('is ready to send then', () => {
        const proposal = analyze(filled(template))
        assert.deepEqual(looseEnds(proposal, findingsOf(proposal)), [])
      })
    })
  }
})
