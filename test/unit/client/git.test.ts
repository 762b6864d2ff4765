import assert from 'node:assert/strict'
import type {Uri} from 'vscode'
import {type GitRepository, hasChanged} from '../../../src/client/git.ts'

const uri = (path: string) => ({toString: () => `file://${path}`}) as Uri
const none: GitRepository['state'] = {
  workingTreeChanges: [],
  indexChanges: [],
  mergeChanges: [],
  onDidChange: () => ({dispose() {}})
}
const asked = (state: GitRepository['state'] | undefined) =>
  hasChanged({getRepository: () => (state ? {state} : null)}, uri('/a/proposal.md'))

describe('Files that have changed since the last commit', () => {
  it('are those that the repository names in any of its lists', () => {
    for (const list of ['workingTreeChanges', 'indexChanges', 'mergeChanges', 'untrackedChanges']) {
      assert.equal(asked({...none, [list]: [{uri: uri('/a/proposal.md')}]}), true, list)
      assert.equal(asked({...none, [list]: [{uri: uri('/a/other.md')}]}), false, list)
    }
    assert.equal(asked(none), false)
  })

  it('cannot be told where there is no repository', () => {
    assert.equal(asked(undefined), undefined)
  })
})
