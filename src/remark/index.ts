import type {VFile} from 'vfile'
import type {Profile} from '../analysis/proposal.ts'
import {contains} from '../analysis/span.ts'
import {regionsIn} from '../artifacts/finding-report.ts'
import {configured, problemsOf} from '../cli/configuration.ts'
import {readUnder} from '../config/configuration.ts'
import {plain} from '../fixes/fix.ts'
import {fixesOf} from '../fixes/fixes.ts'
import {pageOf} from '../rules/page.ts'

export interface Options {
  /** Reads every file, not only those that are proposals. */
  readonly all?: boolean
  /** What kind of documents these are. */
  readonly profile?: Profile | 'auto'
}

/** A fix of a message; offsets are UTF-16 units of the file's text without a byte order mark. */
export interface MessageFix {
  readonly title: string
  readonly edits: readonly {readonly start: number; readonly end: number; readonly text: string}[]
}

/**
 * A remark plugin that says what a proposal does not tell its reader, as messages of the file. It reads the file's
 * text, not the tree, so that findings are the same as everywhere, whatever syntax the tree was parsed with.
 */
export default function remarkBuyIn({all = false, profile}: Options = {}) {
  return async (_tree: unknown, file: VFile): Promise<void> => {
    const text = String(file).replace(/^\uFEFF/, '')
    const source = {file: file.path ?? '-', text}
    const configuration = await configured(source, profile ? {profile} : {}, file.cwd)
    if (!all && file.path !== undefined && !configuration.isProposal) return
    for (const [, problem] of problemsOf(configuration))
      file.message(problem, {source: 'buy-in', ruleId: 'configuration'})
    const {proposal, findings} = readUnder(text, configuration)
    if (proposal.unread !== undefined) file.info(proposal.unread, {source: 'buy-in', ruleId: 'size'})
    const regionOf = regionsIn(proposal)
    for (const finding of findings) {
      const {rule, span, severity} = finding
      const {line, column, endLine, endColumn} = regionOf(span)
      const place = {
        start: {line, column, offset: span.start},
        end: {line: endLine, column: endColumn, offset: span.end}
      }
      const message = file.message(finding.message, {place, source: 'buy-in', ruleId: rule.id})
      // Of a message, true is an error, false a warning and nothing an information.
      message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
      message.url = pageOf(rule.id)
      message.note = `${rule.why} For example: ${rule.good}`
      message.actual = proposal.text.slice(span.start, span.end)
      const fixes = fixesOf(proposal, [finding]).map(
        ({fix: {title, edits}}): MessageFix => ({
          title,
          edits: edits.map(({span: {start, end}, content}) => ({start, end, text: plain(content)}))
        })
      )
      // What a fix puts in the place of the words themselves; what it inserts elsewhere is among the fixes only.
      const expected = fixes.flatMap(({edits: [edit, ...others]}) =>
        edit && others.length === 0 && contains(span, edit)
          ? [
              `${proposal.text.slice(span.start, edit.start)}${edit.text}${proposal.text.slice(edit.end, span.end)}`
            ]
          : []
      )
      if (expected.length > 0) message.expected = expected
      Object.assign(message, {fixes})
    }
  }
}
