import * as vscode from 'vscode'
import {isEligible} from './active-document.ts'

/**
 * The language status item of Markdown documents: for a proposal, that Buy-In reads it; for any other, the offer
 * to treat it as one. Also keeps the `buyIn.proposal` context, by which commands show in menus.
 */
export function showStatus(countsAsProposal: (document: vscode.TextDocument) => boolean): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('buyIn.status', {language: 'markdown'})
  item.name = 'Buy-In'
  let known: boolean | undefined
  const show = () => {
    const document = vscode.window.activeTextEditor?.document
    const proposal = document !== undefined && countsAsProposal(document)
    if (proposal !== known) {
      known = proposal
      void vscode.commands.executeCommand('setContext', 'buyIn.proposal', proposal)
    }
    if (!document || !isEligible(document)) return
    if (proposal) {
      const findings = vscode.languages.getDiagnostics(document.uri).filter(({source}) => source === 'Buy-In')
      const warnings = findings.filter(({severity}) => severity <= vscode.DiagnosticSeverity.Warning).length
      item.text =
        findings.length === 0
          ? 'Buy-In: nothing to mend'
          : `Buy-In: ${counted(warnings, findings.length - warnings)}`
      item.detail = 'read as a proposal'
      item.command = {title: 'Open Summary', command: 'buyIn.openSummary'}
    } else {
      item.text = 'Buy-In: not read as a proposal'
      item.detail = ''
      item.command = {title: 'Treat as Proposal', command: 'buyIn.treatAsProposal'}
    }
  }
  show()
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.languages.onDidChangeDiagnostics(show),
    vscode.workspace.onDidChangeTextDocument(({document}) => {
      if (document === vscode.window.activeTextEditor?.document && document.languageId === 'markdown') show()
    })
  )
}

function counted(warnings: number, rest: number): string {
  const parts = [
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
    ...(rest > 0 ? [`${rest} ${rest === 1 ? 'suggestion' : 'suggestions'}`] : [])
  ]
  return parts.join(', ')
}
