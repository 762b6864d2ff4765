import {styleText} from 'node:util'
import type {FindingReport} from '../../artifacts/finding-report.ts'
import type {FileReport} from './report.ts'

const colours = {error: 'red', warning: 'yellow', information: 'blue', hint: 'dim'} as const

/** For people: each file with a line for each finding, and how many there are. */
export function stylish(files: readonly FileReport[], coloured: boolean): string {
  const paint = (style: (typeof colours)[FindingReport['severity']] | 'underline', words: string) =>
    coloured ? styleText(style, words, {validateStream: false}) : words
  const blocks = files
    .filter(({findings}) => findings.length > 0)
    .map(({file, findings}) => {
      const lines = findings.map(({line, column, severity, message, ruleId}) =>
        [
          '',
          `${line}:${column}`.padEnd(8),
          paint(colours[severity], severity.padEnd(11)),
          message,
          paint('dim', ruleId)
        ].join('  ')
      )
      return `${paint('underline', file)}\n${lines.join('\n')}\n`
    })
  return blocks.length > 0 ? `${blocks.join('\n')}\n${tally(files)}\n` : ''
}

function tally(files: readonly FileReport[]): string {
  const found = files.flatMap(({findings}) => findings)
  const count = (severity: FindingReport['severity'], name: string) => {
    const number = found.filter((finding) => finding.severity === severity).length
    return number === 0 ? [] : [`${number} ${name}${number === 1 ? '' : 's'}`]
  }
  return [
    ...count('error', 'error'),
    ...count('warning', 'warning'),
    ...count('information', 'suggestion'),
    ...count('hint', 'hint')
  ].join(', ')
}
