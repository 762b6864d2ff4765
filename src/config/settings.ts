import {type Profile, profiles} from '../analysis/proposal.ts'
import type {Severities} from '../rules/findings.ts'
import {type Severity, severities} from '../rules/rule.ts'
import {rules} from '../rules/rules.ts'
import {defaultFiles} from './which-files.ts'

/** What a user can set: the keys under `buyIn` in an editor's settings. */
export interface Settings {
  /** Globs of the Markdown files that are proposals. */
  readonly files: readonly string[]
  /** The kind of document; undefined to tell it by its substance. */
  readonly profile: Profile | undefined
  readonly rules: Severities
  /** Where and how readers may answer, where a proposal does not say it itself. */
  readonly feedback: Feedback
}

/** Each as it should stand in a sentence: "in the channel #town-hall", "Kim (kim@example.org)", "12 May". */
export interface Feedback {
  readonly channel?: string
  readonly private?: string
  readonly until?: string
}

export const defaultSettings: Settings = {files: defaultFiles, profile: undefined, rules: {}, feedback: {}}

/**
 * Settings from whatever a client sends.
 * @returns the settings, with the default for each value that does not fit, and a sentence about each of those
 */
export function readSettings(value: unknown): {settings: Settings; problems: string[]} {
  const problems: string[] = []
  const given: Readonly<Record<string, unknown>> = isRecord(value) ? value : {}
  const files = readFiles(given.files, problems)
  const profile = readProfile(given.profile, problems)
  const feedback = readFeedback(given.feedback, problems)
  return {settings: {files, profile, rules: readRules(given.rules, problems), feedback}, problems}
}

function readFiles(value: unknown, problems: string[]): readonly string[] {
  if (value === undefined || value === null) return defaultSettings.files
  if (Array.isArray(value) && value.every((glob) => typeof glob === 'string')) return value
  problems.push('buyIn.files should be a list of globs; the default is used.')
  return defaultSettings.files
}

function readProfile(value: unknown, problems: string[]): Profile | undefined {
  if (value === undefined || value === null || value === 'auto') return undefined
  const profile = profiles.find((name) => name === value)
  if (!profile)
    problems.push(
      `buyIn.profile: there is no profile ${JSON.stringify(value)}; use auto or one of ${profiles.join(', ')}.`
    )
  return profile
}

function readRules(value: unknown, problems: string[]): Severities {
  if (value === undefined || value === null) return {}
  if (!isRecord(value)) {
    problems.push(
      'buyIn.rules should be an object like {"require-motive": "warning"}; the defaults are used.'
    )
    return {}
  }
  const read: Record<string, Severity> = {}
  for (const [id, wanted] of Object.entries(value)) {
    const severity = severities.find((name) => name === wanted)
    if (!rules.some((rule) => rule.id === id))
      problems.push(`buyIn.rules: there is no rule ${JSON.stringify(id)}.`)
    else if (!severity) problems.push(`buyIn.rules: ${id} should be one of ${severities.join(', ')}.`)
    else read[id] = severity
  }
  return read
}

function readFeedback(value: unknown, problems: string[]): Feedback {
  if (!isRecord(value)) return {}
  const read: Record<string, string> = {}
  for (const key of ['channel', 'private', 'until']) {
    const words = value[key]
    if (typeof words === 'string' && words.trim() !== '') read[key] = words.trim()
    else if (words !== undefined && words !== null && words !== '')
      problems.push(`buyIn.feedback.${key} should be a text; it is left out.`)
  }
  return read
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
