import type {FileReport} from './report.ts'

const commands = {error: 'error', warning: 'warning', information: 'notice', hint: 'notice'} as const

/** Workflow commands, which GitHub shows as annotations of the lines. */
export function github(files: readonly FileReport[]): string {
  return files
    .flatMap(({file, findings}) =>
      findings.map(({severity, line, column, endLine, endColumn, ruleId, message}) => {
        const at: Record<string, string | number> = {file, line, endLine, title: ruleId}
        // GitHub takes columns only within one line.
        if (line === endLine) Object.assign(at, {col: column, endColumn})
        const properties = Object.entries(at).map(([key, value]) => `${key}=${property(String(value))}`)
        return `::${commands[severity]} ${properties.join(',')}::${data(message)}\n`
      })
    )
    .join('')
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
