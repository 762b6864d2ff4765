import {readFile, writeFile} from 'node:fs/promises'
import {pathToFileURL} from 'node:url'
import {profiles} from '../src/analysis/proposal.ts'
import type {Rule, Severity} from '../src/rules/rule.ts'
import {rules} from '../src/rules/rules.ts'

const readme = new URL('../README.md', import.meta.url)
const marked = /<!-- rules -->\s*([\s\S]*?)\s*<!-- \/rules -->/

/** The README's table of rules: what each looks for, and how loudly in which profiles. */
export function rulesTable(): string {
  const rows = rules.map((rule) => [
    `[${rule.id}](docs/rules/${rule.id}.md)`,
    rule.title,
    profilesWith(rule, 'error', 'warning'),
    profilesWith(rule, 'information', 'hint')
  ])
  return table(['Rule', 'Looks for', 'Warns in', 'Informs in'], rows)
}

/** The table that stands in a README; undefined where the comments that enclose it are missing. */
export function tableIn(markdown: string): string | undefined {
  return marked.exec(markdown)?.[1]
}

/** A README with its table as it should be; throws an Error where the comments that enclose it are missing. */
export function withTable(markdown: string): string {
  if (!marked.test(markdown))
    throw new Error('README.md has no <!-- rules --> with a <!-- /rules --> below it: nothing was written.')
  return markdown.replace(marked, () => `<!-- rules -->\n\n${rulesTable()}\n\n<!-- /rules -->`)
}

function profilesWith({severity}: Rule, ...wanted: readonly Severity[]): string {
  const named = profiles.filter((profile) => wanted.includes(severity(profile)))
  return named.length === profiles.length ? 'every profile' : named.join(', ')
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0))
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** `npx tsx docs/pages.ts` rewrites the table in README.md. */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await writeFile(readme, withTable(await readFile(readme, 'utf8')))
