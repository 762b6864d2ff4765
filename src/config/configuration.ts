import {type Analysis, type AnalyzeOptions, analyze, reanalyze} from '../analysis/analyze.ts'
import type {Cues, Feedback, Profile, ProjectStakeholder, Proposal} from '../analysis/proposal.ts'
import {type TrustElement, trustElements} from '../analysis/trust-elements.ts'
import {findingsOf, type Severities} from '../rules/findings.ts'
import type {Finding} from '../rules/rule.ts'
import {type Shown, shownOf} from '../rules/shown.ts'
import {defaultThresholds, type Thresholds} from '../rules/thresholds.ts'
import {readFrontMatter} from './front-matter.ts'
import type {Layer} from './layer.ts'
import {layersFor, type Project, pathBelow} from './project.ts'
import {decoded} from './project-folders.ts'
import type {Problem} from './source.ts'
import {defaultFiles, isProposal, pathInWorkspace} from './which-files.ts'

/** All that decides how one document is read. */
export interface Sources {
  /** URI of the document; of one that was never saved, `untitled:…`. */
  readonly uri: string
  readonly text: string
  /** An editor's settings. */
  readonly settings?: Layer
  /** The nearest project file, which goes before the settings. */
  readonly project?: Project | undefined
  /** What a command was told, which goes before the project file. */
  readonly asked?: Layer
  /** URIs of the workspace folders. */
  readonly folders?: readonly string[]
}

/** How one document is read: one configuration, whichever face asks. */
export interface Configuration {
  readonly isProposal: boolean
  /** How the document's file is called; undefined where it was never saved. */
  readonly file: string | undefined
  /** Undefined to tell it by the document's substance. */
  readonly profile: Profile | undefined
  readonly rules: Severities
  readonly thresholds: Thresholds
  readonly stakeholders: readonly ProjectStakeholder[]
  readonly feedback: Feedback
  readonly cues: Cues
  /** Of the project file and of the document's own front matter. */
  readonly problems: readonly Problem[]
}

/**
 * One configuration from all its sources, each going before the one named first: settings, project file, its
 * overrides, the command, front matter. Rules, thresholds, feedback and cues add up; all else is replaced.
 */
export function configurationOf({uri, text, settings, project, asked, folders = []}: Sources): Configuration {
  const matter = readFrontMatter(uri, text)
  const layers = [settings ?? {}, ...(project ? layersFor(project, uri) : []), asked ?? {}, matter.layer]
  const last = <Key extends keyof Layer>(key: Key): Layer[Key] | undefined =>
    layers.findLast((layer) => layer[key] !== undefined)?.[key]
  const profile = last('profile')
  return {
    isProposal: countsAsProposal(uri, text, {settings, project, folders}),
    file: uri.startsWith('untitled:') ? undefined : pathOf(uri).split('/').at(-1),
    profile: profile === 'auto' ? undefined : profile,
    rules: Object.assign({}, ...layers.map(({rules}) => rules)),
    thresholds: Object.assign({}, defaultThresholds, ...layers.map(({thresholds}) => thresholds)),
    stakeholders: last('stakeholders') ?? [],
    feedback: Object.assign({}, ...layers.map(({feedback}) => feedback)),
    cues: allCues(layers),
    problems: [...(project?.problems ?? []), ...matter.problems]
  }
}

function countsAsProposal(
  uri: string,
  text: string,
  {
    settings,
    project,
    folders
  }: {
    settings: Layer | undefined
    project: Project | undefined
    folders: readonly string[]
  }
): boolean {
  if (uri.startsWith('untitled:')) return isProposal({path: undefined, text}, [])
  const own = project?.layer.files
  const path =
    project && own ? pathBelow(project.folder, uri) : pathInWorkspace(pathOf(uri), folders.map(pathOf))
  return isProposal({path: path ?? pathOf(uri), text}, own ?? settings?.files ?? defaultFiles)
}

/** The decoded path of a URI. */
export function pathOf(uri: string): string {
  return decoded(uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, ''))
}

function allCues(layers: readonly Layer[]): Cues {
  const all: Partial<Record<TrustElement, readonly string[]>> = {}
  for (const element of trustElements) {
    const words = layers.flatMap(({cues}) => cues?.[element] ?? [])
    if (words.length > 0) all[element] = words
  }
  return all
}

/** A document read under its configuration. */
export interface Reading {
  readonly proposal: Proposal
  /** Complete: what a command line lists. */
  readonly findings: readonly Finding[]
  /** What an editor shows of them. */
  readonly shown: readonly Shown[]
}

/** The same, with what the reading of a later version can reuse. */
export interface ReusableReading extends Reading {
  readonly analysis: Analysis
}

/**
 * Reads a text under its configuration, as every face does.
 * @param previous of an earlier version of the document, under any configuration
 */
export function readUnder(
  text: string,
  configuration: Configuration,
  unsaved = false,
  previous?: Analysis
): ReusableReading {
  const {rules, thresholds} = configuration
  const analysis = reanalyze(previous, text, optionsOf(configuration))
  const {proposal} = analysis
  const findings = findingsOf(proposal, rules, thresholds)
  return {proposal, findings, shown: shownOf(findings, {...proposal, unsaved}, thresholds), analysis}
}

/** The same for a text of which no later version is read: nothing is kept for one. */
export function readOnce(text: string, configuration: Configuration): Pick<Reading, 'proposal' | 'findings'> {
  const {rules, thresholds} = configuration
  const proposal = analyze(text, optionsOf(configuration))
  return {proposal, findings: findingsOf(proposal, rules, thresholds)}
}

function optionsOf(configuration: Configuration): AnalyzeOptions {
  const {file, profile, thresholds, stakeholders, feedback, cues} = configuration
  return {file, profile, cues, project: {stakeholders, feedback}, largestKB: thresholds.largestKB}
}

/**
 * The same for what is made of the whole of a text.
 * @throws an Error with a sentence for the user where it was not read
 */
export function readWhole(text: string, configuration: Configuration): Reading {
  const reading = readUnder(text, configuration)
  if (reading.proposal.unread !== undefined) throw new Error(reading.proposal.unread)
  return reading
}
