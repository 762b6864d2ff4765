// What spares the next version of a document the work done for this one, in two ways:
//
// - What is worked out from one unchanging thing alone, such as what a passage says, stays with that thing: `remember`.
//   A version that no edit has touched there has the same thing again, and with it all that is known of it.
// - What is worked out from words that have no such thing of their own, such as titles, stands on a shelf under those
//   words: `recall`. A version takes over from the shelves of the one before it what it asks for; the rest is forgotten.

const notes = new WeakMap<object, unknown[]>()
let kinds = 0

/**
 * Has something worked out only once for each thing.
 * @param make works it out from the thing and from nothing else that changes
 */
export function remember<Thing extends object, Value extends NonNullable<unknown>>(
  make: (thing: Thing) => Value
): (thing: Thing) => Value {
  const kind = kinds++
  return (thing) => {
    let known = notes.get(thing)
    if (!known) {
      known = new Array<unknown>(kinds)
      notes.set(thing, known)
    }
    const before = known[kind]
    if (before !== undefined) return before as Value
    const value = make(thing)
    known[kind] = value
    return value
  }
}

/** Has a thing known of all that is known of another one, from which it differs in nothing that matters for that. */
export function inherit(thing: object, other: object): void {
  const known = notes.get(other)
  if (known) notes.set(thing, known)
}

/** What stood on the shelves of a version once it was read, by the kind and by the words: all that the next one needs. */
export type Kept = ReadonlyMap<string, ReadonlyMap<string, unknown>>

/** The shelves of one version of a document while it is read, by the kind of what stands on them. */
export interface Memory {
  readonly before: Kept | undefined
  readonly now: Map<string, Shelf<unknown>>
}

/** What is known of one kind, by the words that it was worked out from. */
export interface Shelf<Value> {
  readonly before: ReadonlyMap<string, Value> | undefined
  readonly now: Map<string, Value>
}

/** @param before what is kept of the version before */
export function newMemory(before?: Kept): Memory {
  return {before, now: new Map()}
}

/** What the next version can take over: nothing of the one before this one that this one did not ask for. */
export function keptOf({now}: Memory): Kept {
  return new Map(Array.from(now, ([kind, shelf]) => [kind, shelf.now]))
}

/** The shelf for one kind of things; each kind has one name, and values of its own. */
export function shelf<Value>(memory: Memory, kind: string): Shelf<Value> {
  const known = memory.now.get(kind) ?? {before: memory.before?.get(kind), now: new Map()}
  memory.now.set(kind, known)
  return known as Shelf<Value>
}

/**
 * What is known under words, or else what is made then.
 * @param words all that the value is made of
 */
export function recall<Value extends NonNullable<unknown>>(
  {before, now}: Shelf<Value>,
  words: string,
  make: (words: string) => Value
): Value {
  const known = now.get(words)
  if (known !== undefined) return known
  const value = before?.get(words) ?? make(words)
  now.set(words, value)
  return value
}
