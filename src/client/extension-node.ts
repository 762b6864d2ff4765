import type * as vscode from 'vscode'
import {activateWith, type BuyIn} from './activate.ts'

export function activate(context: vscode.ExtensionContext): BuyIn {
  return activateWith(context, async (...given) => (await import('./features-node.ts')).start(...given))
}
