/** More collections in each other than any configuration or front matter has. */
const deepest = 100
/** In UTF-16 units. */
const longest = 1_000_000
const deepLine = new RegExp(String.raw`^[ \t]{${deepest * 2}}|^(?:[-?][ \t]+){${deepest}}`, 'm')

/**
 * Why YAML or JSON is not even parsed; undefined for what can be. Its parser calls itself for each collection in a
 * collection: thousands of them would end the process, and no error could be caught.
 */
export function unparsable(yaml: string): string | undefined {
  if (yaml.length > longest) return `it is longer than ${longest / 1000} KB`
  let depth = 0
  for (let at = 0; at < yaml.length && depth <= deepest; at++) {
    const character = yaml.charCodeAt(at)
    if (character === 0x5b || character === 0x7b) depth++
    else if ((character === 0x5d || character === 0x7d) && depth > 0) depth--
  }
  return depth > deepest || deepLine.test(yaml) ? `it is nested more than ${deepest} levels deep` : undefined
}
