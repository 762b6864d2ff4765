import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** User settings of VS Code, as in its `settings.json`. */
export type Settings = Record<string, unknown>

/** Nothing that comes up by itself: no chat, no welcome, no news, no questions. */
const QUIET: Settings = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false
}

/**
 * Writes the user settings of a VS Code that is used by tests or by somebody who wants to look at Buy-In.
 *
 * @param userData folder for `--user-data-dir`
 * @param settings added to those that keep VS Code quiet, or in their place
 */
export function writeProfile(userData: string, settings: Settings = {}): void {
  mkdirSync(join(userData, 'User'), {recursive: true})
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify({...QUIET, ...settings}, null, 2))
}
