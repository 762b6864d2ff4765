import {quantitiesOf} from '../analysis/quantities.ts'
import {type Clipping, wordCount} from './clip.ts'
import type {Source} from './statements.ts'

const decides = new RegExp(
  [
    String.raw`\b(?:will|would|to|must|can|should|shall) (?:then |also |jointly |together )?(?:be )?(?:decided?|approved?|voted?|ratif(?:y|ied)|sign(?:ed)? off|put to (?:a |the )?vote)\b`,
    String.raw`\b(?:final comment period|voting (?:period|ends|starts|begins|deadline)|the (?:final )?decision (?:by|is|will|on|lies|rests)|makes? the (?:final )?decision|decision date|quorum|go or no-go|approval (?:of|from|by) the)\b`
  ].join('|'),
  'i'
)
const party =
  /\b(?:team|committee|board|council|group|foundation|department|maintainers?|community|members|directors?|manager|lead|chair|steering|trustees|voters|holders|parliament|we)\b/i
const machine =
  /\b(?:function|method|compiler|parameter|value|type|algorithm|user can|code|transaction|block)\b/i

/** The sentence that says who decides about the proposal, or by when. */
export function decisionIn({proposal, statements}: Source, mostWords: number): Clipping | undefined {
  const found = statements
    .filter(({kind, penalty}) => kind === 'sentence' && penalty < 2)
    .flatMap((statement) => {
      const clip = statement.clip(mostWords)
      const {words} = clip
      if (
        !decides.test(words) ||
        !party.test(words) ||
        machine.test(words) ||
        wordCount(words) > mostWords + 8
      )
        return []
      const passage = proposal.passages[statement.tellings[0]?.passage ?? 0]
      const dated = passage && quantitiesOf(passage).some(({kind}) => kind === 'date')
      const score =
        0.4 * statement.score('stakeholder') +
        0.3 * Math.max(-2, statement.score('ask')) +
        (dated ? 0.7 : 0) +
        (/\b(?:this|the) (?:proposal|rfc|project|plan|request|grant)\b/i.test(words) ? 1 : 0) +
        (/\b(?:decision|vote|voting|approv\w+)\b/i.test(words) ? 0.5 : 0)
      return [{clip, score}]
    })
    .sort((a, b) => b.score - a.score)
  const [best] = found
  return best && best.score > 0.6 ? best.clip : undefined
}
