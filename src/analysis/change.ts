/** Where two versions of a text differ: UTF-16 offsets into the first, and how far what follows has moved. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly shift: number
}

/** So many characters are compared at once. */
const stride = 1024

/** The one stretch in which two versions of a text differ; undefined where they are the same. */
export function changeOf(before: string, after: string): Change | undefined {
  if (before === after) return undefined
  const shift = after.length - before.length
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start + stride <= most && same(before, start, after, start)) start += stride
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = before.length
  const least = start + Math.max(0, -shift)
  while (end - stride >= least && same(before, end - stride, after, end - stride + shift)) end -= stride
  while (end > least && before.charCodeAt(end - 1) === after.charCodeAt(end - 1 + shift)) end--
  return {start, end, shift}
}

function same(before: string, at: number, after: string, other: number): boolean {
  return before.slice(at, at + stride) === after.slice(other, other + stride)
}
