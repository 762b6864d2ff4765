import type {FileReport} from './report.ts'

/** JUnit XML: a suite for each file, a failed test for each error and warning; the rest is its output. */
export function junit(files: readonly FileReport[]): string {
  const suites = files.map(({file, findings}) => {
    const failures = findings.filter(({severity}) => severity === 'error' || severity === 'warning')
    const rest = findings.filter((report) => !failures.includes(report))
    const cases = failures.map(
      ({ruleId, severity, message, line, column, url}) =>
        `    <testcase classname="${xml(file)}" name="${xml(ruleId)}">\n      <failure type="${severity}" message="${xml(message)}">${xml(`${file}:${line}:${column}\n${url}`)}</failure>\n    </testcase>\n`
    )
    const clean = failures.length === 0 ? [`    <testcase classname="${xml(file)}" name="buy-in"/>\n`] : []
    const said = rest.map(
      ({line, column, severity, message, ruleId}) => `${line}:${column} ${severity} ${message} ${ruleId}\n`
    )
    const output = said.length > 0 ? [`    <system-out>${xml(said.join(''))}</system-out>\n`] : []
    const counts = `tests="${cases.length + clean.length}" failures="${failures.length}" errors="0"`
    return `  <testsuite name="${xml(file)}" ${counts}>\n${[...cases, ...clean, ...output].join('')}  </testsuite>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="buy-in">\n${suites.join('')}</testsuites>\n`
}

function xml(text: string): string {
  const names: Readonly<Record<string, string>> = {'&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos'}
  return text
    .replace(/[&<>"']/g, (sign) => `&${names[sign]};`)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}
