import {assert} from 'chai'
import * as vscode from 'vscode'
import {memo, openProposal} from './proposals.ts'

describe('Tools for assistants', () => {
  const use = async (name: string, input: object) => {
    const {content} = await vscode.lm.invokeTool(name, {input, toolInvocationToken: undefined})
    return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('')
  }

  it('are on offer', () => {
    const names = vscode.lm.tools.map(({name}) => name)
    assert.includeMembers(names, ['buyIn_lint_proposal', 'buyIn_summarize_proposal', 'buyIn_list_asks'])
  })

  it('lint a file of the workspace, open or not', async () => {
    await openProposal(memo, 'proposals/tool.md')
    const {findings} = JSON.parse(await use('buyIn_lint_proposal', {file: 'proposals/tool.md'}))
    assert.include(
      findings.map(({ruleId}: {ruleId: string}) => ruleId),
      'require-motive'
    )
    const active = JSON.parse(await use('buyIn_lint_proposal', {}))
    assert.deepEqual(active.findings, findings)
  })

  it('summarise a text and list its asks', async () => {
    assert.match(
      await use('buyIn_summarize_proposal', {text: memo}),
      /^# A reading room for the evening school/
    )
    const asks = JSON.parse(await use('buyIn_list_asks', {text: memo}))
    assert.equal(asks[0].whom, 'the house committee')
  })

  it('read nothing outside the workspace', async () => {
    for (const file of ['../secret.md', '/etc/proposal.md', 'a/../../secret.md']) {
      const failed = await use('buyIn_lint_proposal', {file}).then(
        () => undefined,
        (error: Error) => error.message
      )
      assert.match(failed ?? '', /does not lie in the workspace/, file)
    }
  })
})
