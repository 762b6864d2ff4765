import * as vscode from 'vscode'
import type {StateResult} from '../server/protocol.ts'
import {isEligible} from './active-document.ts'
import type {Pause} from './pause.ts'

/**
 * The language status item of Markdown documents: for a proposal, what it was read as and how much is to be
 * mended; for any other, the offer to treat it as one. Also keeps the `buyIn.proposal` context, by which commands
 * show in menus.
 * @param stateOf asks the language server; null while it does not run
 */
export function showStatus(
  countsAsProposal: (document: vscode.TextDocument) => boolean,
  pause: Pause,
  stateOf: (uri: vscode.Uri) => Promise<StateResult | null>
): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('buyIn.status', {language: 'markdown'})
  item.name = 'Buy-In'
  let known: boolean | undefined
  const show = async () => {
    const document = vscode.window.activeTextEditor?.document
    // With the pane or a list in front, the proposal is still the one last looked at.
    if (!document) return
    const state = isEligible(document) ? await stateOf(document.uri) : null
    if (document !== vscode.window.activeTextEditor?.document) return
    // The server knows the project file, too.
    const proposal = state?.isProposal ?? countsAsProposal(document)
    if (proposal !== known) {
      known = proposal
      void vscode.commands.executeCommand('setContext', 'buyIn.proposal', proposal)
    }
    if (!isEligible(document)) return
    if (!proposal) {
      item.text = 'Buy-In: not read as a proposal'
      item.detail = ''
      item.command = {title: 'Treat as Proposal', command: 'buyIn.treatAsProposal'}
      return
    }
    if (pause.paused) {
      item.text = 'Buy-In: paused'
      item.detail = ''
      item.command = {title: 'Resume', command: 'buyIn.pause'}
      return
    }
    item.command = {title: 'Open Summary', command: 'buyIn.openSummary'}
    // A draft needs no list of what it lacks, but a way to go on.
    if (state?.draft && state.closed === undefined)
      item.command = {
        title: state.words === 0 ? 'Start from a Template' : 'Go on from a Template',
        command: 'buyIn.newProposal'
      }
    item.text = `Buy-In: ${state ? summed(state, document.uri) : 'reading'}`
    item.detail = state
      ? state.unread !== undefined
        ? state.unread
        : state.problem
          ? `front matter: ${state.problem}`
          : `${state.profile.name}: ${state.profile.reason}`
      : ''
  }
  void show()
  return vscode.Disposable.from(
    item,
    pause.onDidChange(() => void show()),
    vscode.window.onDidChangeActiveTextEditor(() => void show()),
    vscode.languages.onDidChangeDiagnostics(({uris}) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString()
      if (uris.some((uri) => uri.toString() === active)) void show()
    }),
    vscode.workspace.onDidOpenTextDocument(() => void show())
  )
}

/** A proposal's state in a few words. */
export function summed(
  {language, unread, closed, words, draft, waiting}: StateResult,
  uri: vscode.Uri
): string {
  if (unread !== undefined) return 'too large to be read'
  if (closed !== undefined) return `decided (${closed})`
  if (language !== 'en' && language !== 'und') return 'only proposals in English are read'
  // What is shown, not what was found: some of it waits while it is typed.
  const shown = vscode.languages.getDiagnostics(uri).filter(({source}) => source === 'Buy-In')
  const warnings = shown.filter(({severity}) => severity <= vscode.DiagnosticSeverity.Warning).length
  const rest = shown.length - warnings
  if (warnings + rest === 0) return words === 0 ? 'nothing is written yet' : 'nothing to mend'
  return [
    ...(draft ? ['an early draft'] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
    ...(rest > 0 ? [`${rest} ${rest === 1 ? 'suggestion' : 'suggestions'}`] : []),
    ...(waiting > 0 ? [`${waiting} more when these are mended`] : [])
  ].join(', ')
}
