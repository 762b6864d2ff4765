import {setFlagsFromString} from 'node:v8'

/**
 * By V8's major version, what makes it wait until a function is called often before it compiles it for speed: a run
 * ends after seconds, and the parser makes most of its functions anew for each document, so that V8 would compile
 * the same ones again and again, which took as much processor time as all else. Versions that are not named here
 * have other flags, or none that was measured.
 */
const patience: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=1000000',
  12: '--invocation-count-for-turbofan=30000',
  13: '--invocation-count-for-turbofan=30000'
}

/** Prepares V8 for a run that reads some documents and ends. */
export function expectShortRun(): void {
  const [major = ''] = process.versions.v8.split('.')
  const patient = patience[major]
  if (!patient) return
  setFlagsFromString(patient)
  // Most expressions meet every sentence: interpreting them first is lost.
  setFlagsFromString('--no-regexp-tier-up')
  // For threads: their memory does not begin so small that it is tidied up, and compiled code dropped, all the time.
  setFlagsFromString('--initial-heap-size=256')
}
