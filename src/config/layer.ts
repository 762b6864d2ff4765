import {
  type Cues,
  type Feedback,
  type Profile,
  type ProjectStakeholder,
  profiles
} from '../analysis/proposal.ts'
import {type TrustElement, trustElements} from '../analysis/trust-elements.ts'
import type {Severities} from '../rules/findings.ts'
import {type Severity, severities} from '../rules/rule.ts'
import {rules} from '../rules/rules.ts'
import {defaultThresholds, type Thresholds} from '../rules/thresholds.ts'
import {nearest} from './nearest.ts'
import {isPlainGlob} from './which-files.ts'

/** What one source sets: an editor's settings, a project file, one of its overrides, a front matter. */
export interface Layer {
  /** Globs of the Markdown files that are proposals. */
  readonly files?: readonly string[]
  /** "auto" takes back what an earlier layer said. */
  readonly profile?: Profile | 'auto'
  readonly rules?: Severities
  readonly thresholds?: Partial<Thresholds>
  /** The teams, roles and people whom proposals here are for. */
  readonly stakeholders?: readonly ProjectStakeholder[]
  readonly feedback?: Feedback
  readonly cues?: Cues
}

export const layerKeys = [
  'files',
  'profile',
  'rules',
  'thresholds',
  'stakeholders',
  'feedback',
  'cues'
] as const satisfies readonly (keyof Layer)[]

/** Something in a configuration that does not fit. */
export interface Misfit {
  /** The keys and indices that lead to it. */
  readonly path: readonly (string | number)[]
  /** Whether the key is wrong, else its value. */
  readonly atKey: boolean
  readonly message: string
}

type Note = (path: Misfit['path'], message: string, atKey?: boolean) => undefined

/**
 * A layer from whatever stands in its source.
 * @param keys the keys that may stand there
 * @param others further keys that are somebody else's to read
 * @returns the layer without each value that does not fit, and a sentence about each of those
 */
export function readLayer(
  value: unknown,
  keys: readonly (keyof Layer)[] = layerKeys,
  others: readonly string[] = []
): {layer: Layer; misfits: Misfit[]} {
  const misfits: Misfit[] = []
  const note: Note = (path, message, atKey = false) => {
    misfits.push({path, message, atKey})
    return undefined
  }
  if (value === undefined || value === null) return {layer: {}, misfits}
  if (!isRecord(value)) {
    note([], 'this should be an object with settings')
    return {layer: {}, misfits}
  }
  const layer: {-readonly [Key in keyof Layer]: Layer[Key] | undefined} = {}
  for (const [key, given] of Object.entries(value)) {
    const known = keys.find((one) => one === key)
    if (known && given !== undefined && given !== null)
      Object.assign(layer, {[known]: readers[known](given, note)})
    else if (!known && !others.includes(key)) {
      noteUnknown([key], 'there is no setting', keys, note)
    }
  }
  const set = Object.entries(layer).filter(([, given]) => given !== undefined)
  return {layer: Object.fromEntries(set), misfits}
}

const readers: {readonly [Key in keyof Layer]-?: (given: unknown, note: Note) => Layer[Key] | undefined} = {
  files: (given, note) => globsOf(given, ['files'], note),

  profile(given, note) {
    const names = ['auto', ...profiles] as const
    const profile = names.find((name) => name === given)
    return profile ?? note(['profile'], `there is no profile ${quoted(given)}; ${meant(given, names)}`)
  },

  rules(given, note) {
    if (!isRecord(given))
      return note(['rules'], 'rules should be an object like {"require-motive": "warning"}')
    const ids = rules.map(({id}) => id)
    const read: Record<string, Severity> = {}
    for (const [id, wanted] of Object.entries(given)) {
      const severity = severities.find((name) => name === wanted)
      if (!ids.includes(id)) noteUnknown(['rules', id], 'there is no rule', ids, note)
      else if (severity) read[id] = severity
      else note(['rules', id], `${id} cannot be ${quoted(wanted)}; ${meant(wanted, severities)}`)
    }
    return read
  },

  thresholds(given, note) {
    const names = Object.keys(defaultThresholds) as (keyof Thresholds)[]
    if (!isRecord(given))
      return note(['thresholds'], `thresholds should be an object with ${names.join(' or ')}`)
    const read: {-readonly [Name in keyof Thresholds]?: number} = {}
    for (const [key, number] of Object.entries(given)) {
      const name = names.find((one) => one === key)
      if (!name) noteUnknown(['thresholds', key], 'there is no threshold', names, note)
      else if (typeof number === 'number' && Number.isInteger(number) && number >= 0) read[name] = number
      else note(['thresholds', key], `${key} should be a whole number, not ${quoted(number)}`)
    }
    return read
  },

  stakeholders(given, note) {
    if (!Array.isArray(given)) return note(['stakeholders'], `stakeholders should be ${listOfNames}`)
    return given.flatMap((one: unknown, index) => stakeholderOf(one, ['stakeholders', index], note) ?? [])
  },

  feedback(given, note) {
    if (!isRecord(given)) return note(['feedback'], `feedback should be an object with ${ways.join(', ')}`)
    const read: {-readonly [Way in keyof Feedback]?: string} = {}
    for (const [key, words] of Object.entries(given)) {
      const way = ways.find((one) => one === key)
      if (!way) noteUnknown(['feedback', key], 'there is no way to answer called', ways, note)
      else if (typeof words === 'string' && !/[\r\n]/.test(words)) {
        // An editor's settings have no other way to say "none".
        if (words.trim() !== '') read[way] = words.trim()
      } else note(['feedback', key], `${key} should be one line of text`)
    }
    return Object.keys(read).length > 0 ? read : undefined
  },

  cues(given, note) {
    if (!isRecord(given))
      return note(['cues'], 'cues should be an object like {"downside": ["blast radius"]}')
    const read: Partial<Record<TrustElement, readonly string[]>> = {}
    for (const [key, words] of Object.entries(given)) {
      const element = trustElements.find((one) => one === key)
      if (!element) noteUnknown(['cues', key], 'there is no element', trustElements, note)
      else {
        const list = wordsOf(words, ['cues', key], `the cues of ${key} should be a list of words`, note)
        if (list) read[element] = list
      }
    }
    return read
  }
}

const ways = ['channel', 'private', 'until'] as const satisfies readonly (keyof Feedback)[]

const listOfNames = 'a list of names, or of objects with name, role and caresAbout'
const parts = ['name', 'role', 'caresAbout'] as const satisfies readonly (keyof ProjectStakeholder)[]

/** A stakeholder by the bare name, or by an object; undefined where it has no name. */
function stakeholderOf(given: unknown, path: Misfit['path'], note: Note): ProjectStakeholder | undefined {
  if (isLine(given)) return {name: given.trim()}
  if (!isRecord(given)) return note(path, `stakeholders should be ${listOfNames}`)
  for (const key of Object.keys(given))
    if (!parts.some((one) => one === key)) noteUnknown([...path, key], 'a stakeholder has no', parts, note)
  const {name, role, caresAbout} = given
  const unset = (value: unknown) => value === undefined || value === null || value === ''
  if (!unset(role) && !isLine(role)) note([...path, 'role'], 'role should be one line of text')
  const cares = typeof caresAbout === 'string' ? [caresAbout] : caresAbout
  const list = unset(cares)
    ? undefined
    : wordsOf(cares, [...path, 'caresAbout'], 'caresAbout should be a list of words', note)
  if (!isLine(name)) return note(path, 'each stakeholder needs a name, in one line of text')
  return {
    name: name.trim(),
    ...(isLine(role) ? {role: role.trim()} : {}),
    ...(list && list.length > 0 ? {caresAbout: list} : {})
  }
}

/** Notes that the last key of a path is none of those that may stand there. */
function noteUnknown(
  path: [...Misfit['path'], string],
  what: string,
  known: readonly string[],
  note: Note
): void {
  const key = path.at(-1) as string
  note(path, `${what} ${quoted(key)}; did you mean ${quoted(nearest(key, known))}?`, true)
}

function isLine(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && !/[\r\n]/.test(value)
}

function wordsOf(
  given: unknown,
  path: Misfit['path'],
  message: string,
  note: Note
): readonly string[] | undefined {
  if (!Array.isArray(given)) return note(path, message)
  return given.flatMap((one: unknown, index) => {
    if (isLine(one)) return [one.trim()]
    note([...path, index], message)
    return []
  })
}

/** A list of globs that stay within their folder; the others are left out. */
export function globsOf(given: unknown, path: Misfit['path'], note: Note): readonly string[] | undefined {
  const key = path.at(-1)
  if (!Array.isArray(given) || !given.every((glob) => typeof glob === 'string'))
    return note(path, `${key} should be a list of globs`)
  return given.filter((glob, index) => {
    const outside = /^[\\/~]|^[a-z]:|(?:^|[\\/{,])\.\.(?:[\\/},]|$)/i.test(glob)
    const plain = isPlainGlob(glob)
    if (outside) note([...path, index], `${quoted(glob)} reaches outside the folder; name files below it`)
    else if (!plain)
      note([...path, index], `${quoted(glob)} has parentheses or too many wildcards; use several globs`)
    return !outside && plain
  })
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function meant(given: unknown, names: readonly string[]): string {
  const near = typeof given === 'string' ? nearest(given, names) : undefined
  return near ? `did you mean ${quoted(near)}?` : `use one of ${names.join(', ')}`
}

/** A value as it is shown in a message: as JSON, its beginning where that is long. */
export function quoted(value: unknown): string {
  const words = serialized(value)
  return words.length <= 80 ? words : `${words.slice(0, 79)}…`
}

/** A value as JSON; YAML can also hold what refers to itself, which has none. */
function serialized(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return `this ${Array.isArray(value) ? 'list' : typeof value}`
  }
}
