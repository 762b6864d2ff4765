import * as vscode from 'vscode'
import type {ToolParams} from '../server/protocol.ts'
import {activeDocument} from './active-document.ts'
import {textOf} from './project-files.ts'

interface ToolInput {
  /** A path within the workspace, or a URI. */
  readonly file?: string
  readonly text?: string
}

const tools = ['lint_proposal', 'summarize_proposal', 'list_asks'] as const

/** Lends Buy-In to assistants: the tools that package.json describes. */
export function registerTools(
  answer: (params: {tool: ToolParams['tool']; uri: vscode.Uri; text: string}) => Promise<string>
): vscode.Disposable {
  return vscode.Disposable.from(
    ...tools.map((tool) =>
      vscode.lm.registerTool<ToolInput>(`buyIn_${tool}`, {
        async invoke({input}) {
          const {uri, text} = await given(input)
          return new vscode.LanguageModelToolResult([
            new vscode.LanguageModelTextPart(await answer({tool, uri, text}))
          ])
        }
      })
    )
  )
}

async function given({file, text}: ToolInput): Promise<{uri: vscode.Uri; text: string}> {
  if (file === undefined) {
    if (text !== undefined) return {uri: vscode.Uri.parse('untitled:proposal.md'), text}
    const document = await activeDocument()
    if (!document) throw new Error('Name a Markdown file, or give its text; no Markdown document is active.')
    return {uri: document.uri, text: document.getText()}
  }
  const uri = within(file)
  if (!uri) throw new Error(`${file} does not lie in the workspace.`)
  const read = text ?? (/\.(?:md|markdown)$/i.test(uri.path) ? await textOf(uri) : undefined)
  if (read === undefined) throw new Error(`There is no Markdown file ${file}.`)
  return {uri, text: read}
}

/** A file of the workspace, by its path within it, its whole path or its URI. */
function within(file: string): vscode.Uri | undefined {
  const folders = vscode.workspace.workspaceFolders ?? []
  const [first] = folders
  const named = /^[a-z][a-z0-9+.-]+:/i.test(file)
    ? vscode.Uri.parse(file)
    : first && (file.startsWith('/') ? first.uri.with({path: file}) : vscode.Uri.joinPath(first.uri, file))
  const normal = named?.with({path: vscode.Uri.joinPath(named, '.').path})
  return normal && vscode.workspace.getWorkspaceFolder(normal) ? normal : undefined
}
