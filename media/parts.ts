import type {Extract} from '../src/artifacts/extract.ts'
import {type Child, h, type Leaf} from './nodes.ts'

// What both views of the pane are made of. Everything from the document goes in as text, never as HTML.

/** A codicon of summary.css; it says nothing that the words beside it do not say. */
export function icon(name: string): Leaf {
  return h('span', {class: `icon ${name}`, 'aria-hidden': 'true'})
}

/** Words with what stands between backticks as code. */
export function inCode(words: string): Child[] {
  return words.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? h('code', {}, part) : part))
}

/** Words for those who hear the page. */
export function heard(words: string): Leaf {
  return h('span', {class: 'heard'}, words)
}

/** The author's words, as a button that goes to where they stand. */
export function passage(
  {words, span}: Extract,
  look: {class?: string; key?: string; icon?: string} = {}
): Leaf {
  return h(
    'button',
    {
      type: 'button',
      class: `passage ${look.class ?? ''}`.trim(),
      'data-action': 'reveal',
      'data-start': span.start,
      'data-end': span.end,
      'data-key': look.key,
      title: 'Show in the proposal (Enter)'
    },
    look.icon && icon(look.icon),
    h('span', {class: 'words'}, ...inCode(words))
  )
}

export function section(
  title: string,
  symbol: string,
  name: string,
  ...children: readonly (Child | undefined | false)[]
): Leaf {
  return h(
    'section',
    {class: `part ${name}`, 'data-key': name, 'aria-labelledby': `h-${name}`},
    h('h2', {id: `h-${name}`}, icon(symbol), h('span', {}, title)),
    ...children
  )
}

/** "by 12 May" with its icon; for ears, what kind of fact it is. */
export function fact(symbol: string, kind: string, words: string | undefined): Leaf | undefined {
  return words === undefined ? undefined : h('li', {}, icon(symbol), heard(`${kind}: `), words)
}

export function facts(...some: readonly (Leaf | undefined)[]): Leaf | undefined {
  const known = some.filter((one) => one !== undefined)
  return known.length > 0 ? h('ul', {class: 'facts'}, ...known) : undefined
}

export function gap(words: string): Leaf {
  return h('p', {class: 'gap'}, words)
}

/** "1 thing", "3 things" */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
