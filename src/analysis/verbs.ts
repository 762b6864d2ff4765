/** The verbs that asks are made of. */
const verbs =
  /^(?:also\s+)?(?:accept|add|advise|agree|allocate|allow|announce|answer|appoint|approve|arrange|assign|attend|back|build|buy|check|choose|collect|comment|confirm|consider|contribute|coordinate|cover|create|decide|define|deliver|deploy|design|develop|discuss|donate|draft|endorse|ensure|establish|evaluate|explain|extend|facilitate|finance|find|fix|fund|give|grant|help|hire|host|implement|include|install|instruct|introduce|invest|invite|join|keep|launch|lead|lend|let|maintain|make|meet|mentor|merge|migrate|move|name|nominate|offer|open|organi[sz]e|own|pay|permit|pick|plan|prepare|present|promote|propose|provide|publish|put|read|recommend|reconsider|record|reduce|release|remove|replace|report|reserve|revise|review|run|schedule|select|send|set|share|ship|show|sign|spend|sponsor|start|submit|supply|support|switch|take|talk|teach|tell|test|train|try|turn|update|upgrade|use|vote|work|write)\b/i
/** Whether words open with an imperative; a noun after "and" does not make a second ask. */
export function startsWithVerb(words: string): boolean {
  return verbs.test(words)
}
