/**
 * What was worked out for one version of a document, by its kind and by all that it was worked out from, so that the
 * next version takes it over instead of working it out anew. What a version did not ask for is forgotten after it:
 * a memory never grows beyond one document.
 */
export interface Memory {
  readonly before: ReadonlyMap<string, Shelf<unknown, unknown>> | undefined
  readonly now: Map<string, Shelf<unknown, unknown>>
}

/** What is known of one kind. */
export interface Shelf<Key, Value> {
  readonly before: ReadonlyMap<Key, Value> | undefined
  readonly now: Map<Key, Value>
}

/** @param before the memory of the version before */
export function newMemory(before?: Memory): Memory {
  return {before: before?.now, now: new Map()}
}

/** For a document of which no later version is read: nothing is put into it, and nothing found. */
export const noMemory: Memory = {before: undefined, now: new Map()}
const noShelf: Shelf<unknown, unknown> = {before: undefined, now: new Map()}

/** The shelf for one kind of things; each kind has one name, and keys and values of its own. */
export function shelf<Key, Value>(memory: Memory, kind: string): Shelf<Key, Value> {
  if (memory === noMemory) return noShelf as Shelf<Key, Value>
  const known = memory.now.get(kind) ?? newShelf(memory.before?.get(kind))
  memory.now.set(kind, known)
  return known as Shelf<Key, Value>
}

/** A shelf for what one and the same version asks for again and again: even without a memory it is used. */
export function lastingShelf<Key, Value>(memory: Memory, kind: string): Shelf<Key, Value> {
  return memory === noMemory ? newShelf() : shelf(memory, kind)
}

/** A new shelf for a part of what is remembered. */
export function innerShelf<Key, Value>(memory: Memory): Shelf<Key, Value> {
  return memory === noMemory ? (noShelf as Shelf<Key, Value>) : newShelf()
}

/** @param before the shelf of the version before */
export function newShelf<Key, Value>(before?: Shelf<Key, Value>): Shelf<Key, Value> {
  return {before: before?.now, now: new Map()}
}

/**
 * What is known under a key, or else what is made then.
 * @param key all that the value is made of
 * @param again makes what was known before into what is known now, where it is not simply the same
 */
export function recall<Key, Value extends NonNullable<unknown>>(
  on: Shelf<Key, Value>,
  key: Key,
  make: (key: Key) => Value,
  again?: (value: Value) => Value
): Value {
  if (on === noShelf) return make(key)
  const {before, now} = on
  const known = now.get(key)
  if (known !== undefined) return known
  const earlier = before?.get(key)
  const value = earlier === undefined ? make(key) : again ? again(earlier) : earlier
  now.set(key, value)
  return value
}

const memories = new WeakMap<object, Memory>()

/** Has what is made of a proposal later on remembered with it. */
export function keepMemory(proposal: object, memory: Memory): void {
  memories.set(proposal, memory)
}

/** The memory of a proposal's version of its document; one of its own where it comes from elsewhere. */
export function memoryOf(proposal: object): Memory {
  const known = memories.get(proposal) ?? newMemory()
  memories.set(proposal, known)
  return known
}
