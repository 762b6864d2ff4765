import * as vscode from 'vscode'

/** What became of a question to a language model. */
export type Answer = {readonly text: string} | {readonly failed: string} | 'cancelled'

/** The language models that this VS Code has for extensions; asking for them sends nothing. */
export async function languageModels(): Promise<readonly vscode.LanguageModelChat[]> {
  try {
    return await vscode.lm.selectChatModels()
  } catch {
    return [] // An editor without language models.
  }
}

/**
 * Lets the user choose a language model where there are several.
 * @param last id of the one that was chosen before: it comes first
 * @returns undefined when the user turned away
 */
export async function pickModel(
  models: readonly vscode.LanguageModelChat[],
  last: string | undefined,
  title: string
): Promise<vscode.LanguageModelChat | undefined> {
  const [only, ...others] = models
  if (others.length === 0) return only
  const sorted = [...models].sort((a, b) => Number(idOf(b) === last) - Number(idOf(a) === last))
  const items = sorted.map((model) => ({label: model.name, description: model.vendor, model}))
  const picked = await vscode.window.showQuickPick(items, {title, matchOnDescription: true})
  return picked?.model
}

export function idOf({vendor, id}: vscode.LanguageModelChat): string {
  return `${vendor}/${id}`
}

/**
 * Asks a language model, and gathers all that it says. VS Code itself asks the user for leave the first time.
 * @param why shown when VS Code asks
 */
export async function askModel(
  model: vscode.LanguageModelChat,
  prompt: string,
  why: string,
  token: vscode.CancellationToken
): Promise<Answer> {
  try {
    const message = vscode.LanguageModelChatMessage.User(prompt)
    if ((await model.countTokens(message, token)) > model.maxInputTokens)
      return {failed: `The text is longer than ${model.name} takes.`}
    const response = await model.sendRequest([message], {justification: why}, token)
    let text = ''
    for await (const part of response.text) {
      if (token.isCancellationRequested) return 'cancelled'
      text += part
    }
    if (token.isCancellationRequested) return 'cancelled'
    return text.trim() === '' ? {failed: `${model.name} said nothing.`} : {text}
  } catch (error) {
    return token.isCancellationRequested ? 'cancelled' : {failed: sentenceFor(error, model.name)}
  }
}

/** What went wrong with a language model, and what can be done about it, in a sentence or two. */
function sentenceFor(error: unknown, model: string): string {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof vscode.LanguageModelError ? error.code : ''
  if (code === vscode.LanguageModelError.NoPermissions.name)
    return `Buy-In was not allowed to use ${model}, so nothing was sent.`
  if (code === vscode.LanguageModelError.NotFound.name)
    return `${model} is no longer there. Please choose another one.`
  if (/quota|rate.?limit|too many requests|\b429\b/i.test(message))
    return `Your allowance for ${model} is used up for now. Try again later, or choose another one.`
  if (code === vscode.LanguageModelError.Blocked.name)
    return `${model} does not take this text. You can try another one.`
  return `${model} did not answer: ${message.trim().replace(/\.$/, '')}.`
}
