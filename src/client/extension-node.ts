import type * as vscode from 'vscode'
import {activateWith} from './activate.ts'

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, async (...given) => (await import('./features-node.ts')).start(...given))
}
