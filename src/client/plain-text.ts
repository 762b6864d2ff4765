/** Markdown, as artifacts are written in, as plain text for an e-mail: marks left out, addresses of links kept. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^#{1,6} +(.*)$/gm, '$1')
    .replace(/\[([^\][\n]*)\]\(([^()\s]+)\)/g, (_, words: string, address: string) =>
      words === address ? address : `${words} (${address})`
    )
    .replace(/^(\s*)- \[( |x)\] /gm, '$1[$2] ')
    .replace(/\*\*(?=\S)([^*\n]+?)\*\*/g, '$1')
    .replace(/^_(.+)_$/gm, '$1')
    .replace(/~~([^~\n]+)~~/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
}
