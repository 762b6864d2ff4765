// A page as a tree of plain values, and how it is brought into a document: what stands there is changed only where
// it differs, so that scroll position, focus, selection and animations outlive each keystroke of the author.

export interface Leaf {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Child[]
}

export type Child = Leaf | string

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** An element; attributes that are undefined or false, and children that are, are left out. */
export function h(
  name: string,
  attributes: Attributes,
  ...children: readonly (Child | undefined | false)[]
): Leaf {
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([key, value]) =>
        value === undefined || value === false ? [] : [[key, value === true ? '' : String(value)]]
      )
    ),
    children: children.filter((child): child is Child => child !== undefined && child !== false)
  }
}

/** What is set on the elements besides the tree: the mark of the passage where the cursor is. */
const own = new Set(['aria-current'])

/** Makes the children of `parent` be those of the tree. Elements with the same `data-key` are the same. */
export function patch(parent: Element, children: readonly Child[]): void {
  const keyed = new Map<string, Element>()
  for (const element of parent.children) {
    if (element instanceof HTMLElement && element.dataset.key) keyed.set(element.dataset.key, element)
  }
  let at: ChildNode | null = parent.firstChild
  for (const child of children) {
    const key = typeof child === 'string' ? undefined : child.attributes['data-key']
    const same = key === undefined ? at : (keyed.get(key) ?? null)
    if (same && fits(same, child, key)) {
      if (same === at) at = at.nextSibling
      else parent.insertBefore(same, at)
      if (typeof child !== 'string') update(same as Element, child)
      else if (same.textContent !== child) same.textContent = child
    } else parent.insertBefore(create(child), at)
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling
    at.remove()
    at = next
  }
}

function fits(node: ChildNode, child: Child, key: string | undefined): boolean {
  if (typeof child === 'string') return node.nodeType === Node.TEXT_NODE
  return (
    node instanceof HTMLElement && node.localName === child.name && (node.dataset.key ?? undefined) === key
  )
}

function create(child: Child): Node {
  if (typeof child === 'string') return document.createTextNode(child)
  const made = document.createElement(child.name)
  update(made, child)
  return made
}

function update(element: Element, {attributes, children}: Leaf): void {
  for (const {name} of Array.from(element.attributes)) {
    if (!(name in attributes) && !own.has(name)) element.removeAttribute(name)
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value)
  }
  patch(element, children)
}
