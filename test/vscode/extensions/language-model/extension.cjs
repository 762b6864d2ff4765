const vscode = require('vscode')

/**
 * Registers language models that say what a test tells them to; by default they put "suggest" for "propose".
 *
 * @returns what tests use: `names` of the models there are (call `changed()` after setting them), `answer`, which gets
 * the prompt and the request's cancellation token and gives the parts of what is said, and `asked`, all prompts so far
 */
exports.activate = (context) => {
  const changed = new vscode.EventEmitter()
  const models = {
    names: ['Parrot'],
    asked: [],
    answer: (prompt) =>
      textIn(prompt)
        .replaceAll('We propose to', 'We suggest to')
        .split(/(?<= )/),
    changed: () => changed.fire()
  }
  context.subscriptions.push(
    changed,
    vscode.lm.registerLanguageModelChatProvider('buy-in-test', {
      onDidChangeLanguageModelChatInformation: changed.event,
      provideLanguageModelChatInformation: () =>
        models.names.map((name) => ({
          id: name.toLowerCase(),
          name,
          family: 'parrot',
          version: '1',
          maxInputTokens: 5000,
          maxOutputTokens: 5000,
          capabilities: {}
        })),
      async provideLanguageModelChatResponse(model, messages, _options, progress, token) {
        const prompt = messages.flatMap(({content}) => content.map(({value}) => value)).join('\n')
        models.asked.push({model: model.name, prompt})
        for (const part of await models.answer(prompt, token))
          progress.report(new vscode.LanguageModelTextPart(part))
      },
      provideTokenCount: async (_model, text) =>
        Math.ceil((typeof text === 'string' ? text : JSON.stringify(text)).length / 4)
    })
  )
  return models
}

/** The text that a prompt holds, between two equal lines. */
function textIn(prompt) {
  const [fence] = prompt.match(/^=+$/m) ?? ['']
  return prompt.split(`\n${fence}`)[1]?.trim() ?? ''
}
