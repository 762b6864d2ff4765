import {setFlagsFromString} from 'node:v8'

/**
 * By V8's major version, what makes it wait until a function is called often before it compiles it for speed: a run
 * ends after seconds, and the parser makes many of its functions anew for each document: V8 drops what it has compiled
 * of them with the last one, and compiles it again, which took two fifths of the processor time. Versions that are
 * not named here have other flags, or were not measured.
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
  // For threads that are yet to start: where memory begins small, it is tidied up, and compiled code dropped, often.
  setFlagsFromString('--initial-heap-size=256')
}
