import * as vscode from 'vscode'
import {gitExtension} from './git-extension.ts'

/** A proposal as it stood when an update was made of it. */
export interface Told {
  readonly text: string
  /** In milliseconds since 1970. */
  readonly time: number
}

const mostCommits = 30

/**
 * The text of a proposal as its readers last heard of it: at the last update, or at a commit where VS Code's Git
 * extension knows one.
 * @param since `last`, `nothing` or a commit; asked for where undefined
 * @returns empty where they never heard of it; undefined when the user turned away
 */
export async function earlierText(
  uri: vscode.Uri,
  since: string | undefined,
  told: Told | undefined
): Promise<string | undefined> {
  if (since === 'nothing') return ''
  if (since === 'last') return told?.text ?? ''
  const repository = isOnDisk(uri) ? ((await gitExtension())?.getRepository(uri) ?? undefined) : undefined
  if (since) return (await repository?.show(since, uri.fsPath)) ?? ''
  const commits =
    (await repository?.log({maxEntries: mostCommits, path: uri.fsPath}).catch(() => undefined)) ?? []
  if (!told && commits.length === 0) return ''
  const items: (vscode.QuickPickItem & {read: () => string | Promise<string>})[] = [
    ...(told
      ? [{label: 'The last update', description: day(new Date(told.time)), read: () => told.text}]
      : []),
    {label: 'Nothing yet', description: 'tell where it stands', read: () => ''},
    ...commits.map(({hash, message, authorDate}) => ({
      label: message.split('\n')[0] ?? hash,
      description: [hash.slice(0, 7), ...(authorDate ? [day(authorDate)] : [])].join(', '),
      read: () => repository?.show(hash, uri.fsPath) ?? ''
    }))
  ]
  const picked = await vscode.window.showQuickPick(items, {
    title: 'What did your readers last hear of?',
    matchOnDescription: true
  })
  return picked?.read()
}

function isOnDisk({scheme}: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'vscode-remote'
}

/** "12 May 2031" */
export function day(date: Date): string {
  return date.toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric'})
}
