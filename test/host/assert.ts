// Stands for `node:assert/strict` in the tests that run inside VS Code, where there may be no Node:
// the same names and behaviour, for what those tests use.

type Message = string | undefined

/** Throws unless the value is truthy. */
export function ok(value: unknown, message?: Message): asserts value {
  if (!value) fail(message ?? `${show(value)} is not truthy`)
}

/** Throws, always. */
export function fail(message?: Message): never {
  throw Object.assign(new Error(message ?? 'Failed'), {name: 'AssertionError'})
}

/** Throws unless both are the same, as `Object.is` sees it. */
export function equal(actual: unknown, expected: unknown, message?: Message): void {
  if (!Object.is(actual, expected)) unexpected(actual, 'to equal', expected, message)
}

/** Throws when both are the same, as `Object.is` sees it. */
export function notEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (Object.is(actual, expected)) unexpected(actual, 'not to equal', expected, message)
}

/** Throws unless both have the same structure: plain objects, arrays, maps, sets, dates and primitives. */
export function deepEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (!same(actual, expected)) unexpected(actual, 'to equal', expected, message)
}

/** Throws when both have the same structure. */
export function notDeepEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (same(actual, expected)) unexpected(actual, 'not to equal', expected, message)
}

/** Throws unless the text matches. */
export function match(actual: string, expected: RegExp, message?: Message): void {
  if (!expected.test(actual)) unexpected(actual, 'to match', expected, message)
}

/** Throws when the text matches. */
export function doesNotMatch(actual: string, expected: RegExp, message?: Message): void {
  if (expected.test(actual)) unexpected(actual, 'not to match', expected, message)
}

/** Throws unless the function does, with a message that matches where one is expected. */
export function throws(block: () => unknown, expected?: RegExp): void {
  try {
    block()
  } catch (error) {
    if (expected) match(String(error), expected)
    return
  }
  fail('Missing expected exception')
}

/** Rejects unless the promise does, with a message that matches where one is expected. */
export async function rejects(
  block: Promise<unknown> | (() => Promise<unknown>),
  expected?: RegExp
): Promise<void> {
  try {
    await (typeof block === 'function' ? block() : block)
  } catch (error) {
    if (expected) match(String(error), expected)
    return
  }
  fail('Missing expected rejection')
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  if (a instanceof Date) return b instanceof Date && a.getTime() === b.getTime()
  if (a instanceof Map || a instanceof Set) return same([...a], [...(b as Iterable<unknown>)])
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  return (
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)))
  )
}

function unexpected(actual: unknown, relation: string, expected: unknown, message: Message): never {
  fail(`${message ? `${message}: ` : ''}expected ${show(actual)} ${relation} ${show(expected)}`)
}

function show(value: unknown): string {
  if (value === undefined || value instanceof RegExp || typeof value === 'function') return String(value)
  return JSON.stringify(value, null, 1) ?? String(value)
}

export default Object.assign((value: unknown, message?: Message) => ok(value, message), {
  ok,
  fail,
  equal,
  strictEqual: equal,
  notEqual,
  notStrictEqual: notEqual,
  deepEqual,
  deepStrictEqual: deepEqual,
  notDeepEqual,
  match,
  doesNotMatch,
  throws,
  rejects
})
