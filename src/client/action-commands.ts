/** The commands that are code actions under a name of their own, each with the kind of code action that it does. */
export const actionCommands = {
  insertMissing: 'source.buyIn.insertMissing',
  insert: 'source.buyIn.insert',
  insertHeard: 'source.buyIn.insert.heard',
  insertQuestions: 'source.buyIn.insert.questions',
  insertObjection: 'source.buyIn.insert.objection',
  insertMotive: 'source.buyIn.insert.motive',
  insertProgress: 'source.buyIn.insert.progress',
  insertDownside: 'source.buyIn.insert.downside',
  answerObjection: 'refactor.rewrite.buyIn.objection',
  askWell: 'refactor.rewrite.buyIn.ask',
  recordAnswer: 'refactor.rewrite.buyIn.answer',
  chunkAsk: 'refactor.rewrite.buyIn.chunk',
  sweetenAsk: 'refactor.rewrite.buyIn.sweeten',
  sweetenSmaller: 'refactor.rewrite.buyIn.sweeten.smaller',
  sweetenReward: 'refactor.rewrite.buyIn.sweeten.reward',
  sweetenShorter: 'refactor.rewrite.buyIn.sweeten.shorter',
  sweetenOptOut: 'refactor.rewrite.buyIn.sweeten.optOut'
} as const
