import type {Proposal} from '../analysis/proposal.ts'
import type {Severities} from '../rules/findings.ts'
import type {Finding} from '../rules/rule.ts'
import {wantedBy} from '../rules/wanted.ts'
import {findingReports} from './finding-report.ts'
import {inspection} from './inspection.ts'
import {summaryOf} from './summary.ts'
import {summaryToMarkdown} from './summary-text.ts'

/** What assistants can ask of a proposal; the same tools in VS Code and over the Model Context Protocol. */
export const toolNames = ['lint_proposal', 'summarize_proposal', 'list_asks'] as const
export type ToolName = (typeof toolNames)[number]

/** What each tool does, told to the assistant. */
export const toolDescriptions: Readonly<Record<ToolName, string>> = {
  lint_proposal:
    'Reads a proposal (RFC, grant application, memo, pitch) as its reader would and says what it does not tell them: motive, progress, downsides, commitment, an explicit ask and more. Use it after drafting or changing a proposal, and mend what it finds with facts from the author; never invent facts to satisfy it, leave a place ⟨so⟩ instead. Answers with JSON: the profile it was read as, and findings with rule, severity, line, message, why it matters and an example.',
  summarize_proposal:
    'Gives the gist of a proposal in its own words, as Markdown: what is proposed, why, where it stands, what could go wrong, what is asked of whom. Below it stands what the proposal does not tell yet.',
  list_asks:
    'Lists what a proposal asks of whom, as JSON: lines, the words, whom, time frame, effort, work, resources, and whether it was agreed, declined or is open. A request counts as agreed only where the author ticked it.'
}

/** The answer of a tool, as text. */
export function toolAnswer(
  tool: ToolName,
  proposal: Proposal,
  findings: readonly Finding[],
  severities: Severities
): string {
  if (tool === 'summarize_proposal')
    return summaryToMarkdown(summaryOf(proposal, wantedBy(proposal, severities)))
  if (tool === 'list_asks') return JSON.stringify(inspection(proposal).asks, undefined, 2)
  const reports = findingReports(proposal, findings, true)
  const {profile, closed, language} = proposal
  return JSON.stringify(
    {
      profile: profile.name,
      ...(closed === undefined ? {} : {closed}),
      language,
      findings: reports.map((report, index) => ({
        ...report,
        why: findings[index]?.rule.why,
        example: findings[index]?.rule.good
      }))
    },
    undefined,
    2
  )
}
