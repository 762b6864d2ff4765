import type {ProjectFacts} from '../analysis/proposal.ts'
import type {Content} from './fix.ts'

/** Places that stand for somebody whom the project may know. */
const people = ['whom', 'team or person']

/** Content in which the project's feedback channel is filled in, and its stakeholders are offered where somebody is to be named. */
export function withKnown({stakeholders, feedback}: ProjectFacts, content: Content): Content {
  const names = stakeholders.map(({name}) => name)
  return content.map((part) => {
    if (typeof part === 'string') return part
    if (part.place === 'where' && feedback.channel !== undefined) return feedback.channel
    return people.includes(part.place) && names.length > 0 ? {...part, choices: names} : part
  })
}
