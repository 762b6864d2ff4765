import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'

const list = createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.txt')
const sections = readFileSync(list, 'utf8').split(/^#[\t ]+(?=.*\n#\n)/m)

/** Every string of the Big List of Naughty Strings, one a line there. */
export const naughtyStrings: readonly string[] = sections.flatMap(linesOf)

/** What its section on script injection gathers from several public lists. */
export const scripts: readonly string[] = sections
  .filter((section) => section.startsWith('Script Injection'))
  .flatMap(linesOf)

function linesOf(section: string): string[] {
  return section.split('\n').filter((line, index) => index > 0 && line !== '' && !line.startsWith('#'))
}

/** A proposal that holds a payload wherever a document or its front matter can say something. */
export function hostileProposal(payload: string): string {
  const quoted = JSON.stringify(payload)
  return `---
buy-in: memo
title: ${quoted}
stage: ${quoted}
authors: [${quoted}]
stakeholders:
  - {name: ${quoted}, role: ${quoted}, caresAbout: [${quoted}]}
---

# A reading room ${payload}

We propose to open the small hall as a reading room for the evening school ${payload} because our pupils have no place to read ${payload}.

## What could go wrong ${payload}

The risk is that ${payload} the lamps fail, and then the hall stays dark.

- **${payload}:** the budget may run over by $2,000 ${payload}.

## What we ask ${payload}

We ask the ${payload} committee to approve ${payload} by 12 May, about 2 hours a week.

- [ ] **Ask 1, ${payload}:** lend us two lamps ${payload}, by 13 May
- [x] **Ask 2, Mira:** order the keys, by 14 May (${payload}, 3 May)

We would like to hear from you: what do you think of ${payload}? Answer in [${payload}](javascript:alert(1)) or at <https://evil.example/${encodeURIComponent(payload)}>.

![${payload}](https://evil.example/a.png "${payload}")

| Who | When | What |
| --- | --- | --- |
| ${payload} | 15 May | review ${payload} |

So far ${payload} we have moved the shelves. \`${payload}\`

${payload}
`
}
