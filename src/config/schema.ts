import {profiles} from '../analysis/proposal.ts'
import {trustElements} from '../analysis/trust-elements.ts'
import {severities} from '../rules/rule.ts'
import {rules} from '../rules/rules.ts'
import {defaultThresholds, type Thresholds} from '../rules/thresholds.ts'
import {defaultFiles} from './which-files.ts'

const list = (description: string) => ({type: 'array', items: {type: 'string', minLength: 1}, description})
const line = (description: string) => ({type: 'string', description})
const count = (threshold: keyof Thresholds, description: string) => ({
  type: 'integer',
  minimum: 0,
  default: defaultThresholds[threshold],
  description
})
const object = (properties: object, description: string) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  description
})

const set = {
  profile: {
    enum: ['auto', ...profiles],
    default: 'auto',
    description: 'What kind of documents these are; "auto" tells it by what each one says.'
  },
  rules: object(
    Object.fromEntries(
      rules.map(({id, title}) => [id, {enum: [...severities], description: `Looks for ${title}.`}])
    ),
    'How loudly each rule speaks. A rule that is not named has its profile’s default.'
  ),
  thresholds: object(
    {
      draftWords: count(
        'draftWords',
        'Under this many words a document is an early draft, which gets hints only.'
      ),
      shownWarnings: count(
        'shownWarnings',
        'How many warnings an editor shows at once; the rest comes up as these are mended.'
      ),
      oversizedWeeks: count(
        'oversizedWeeks',
        'From so many weeks on an ask for a long commitment needs a point to decide on the way.'
      ),
      largestKB: count('largestKB', 'Documents of more KB are not read: that would keep the editor waiting.')
    },
    'Where findings change.'
  ),
  stakeholders: {
    type: 'array',
    items: {
      anyOf: [
        {type: 'string', minLength: 1},
        {
          ...object(
            {
              name: {...line('The team, role or person.'), minLength: 1},
              role: line('What they have to do with proposals here: "reviews and runs the cluster".'),
              caresAbout: list(
                'What moves them; it decides what recaps, summaries and guides choose for them.'
              )
            },
            'A stakeholder, with what is known of them.'
          ),
          required: ['name']
        }
      ]
    },
    description:
      'The teams, roles and people whom proposals here are for, as names, or with role and caresAbout; fixes offer them by name.'
  },
  feedback: object(
    {
      channel: line(
        'Where answers are welcome: "the channel #proposals", an address. Fixes and recaps name it.'
      ),
      private: line('To whom readers may answer in private.'),
      until: line('Until when readers may answer.')
    },
    'How readers may answer, where a proposal does not say it.'
  ),
  cues: object(
    Object.fromEntries(trustElements.map((element) => [element, list(`Words that prove “${element}”.`)])),
    'Your own words for what a reader needs to find: a sentence that holds one proves the element.'
  )
}

/** The JSON schema of `.buy-in.json`, `.buy-in.yaml` and the key `buy-in` of package.json. */
export const configurationSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Buy-In',
  ...object(
    {
      $schema: {type: 'string'},
      files: {
        ...list('Which Markdown files are proposals, as globs below this folder, in any case.'),
        default: defaultFiles
      },
      ...set,
      overrides: {
        type: 'array',
        description: 'What else is set for some files; a later one goes before an earlier one.',
        items: {
          ...object(
            {files: list('The files that this is for, as globs below this folder.'), ...set},
            'What is set for some files.'
          ),
          required: ['files']
        }
      }
    },
    'How Buy-In reads the proposals of a project.'
  ),
  allowTrailingCommas: true
}

/** The same for the key of package.json. */
export const packageSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: {'buy-in': configurationSchema}
}
