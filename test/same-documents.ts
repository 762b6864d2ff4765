import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {textFolder} from '../bench/accuracy/corpus.ts'

/** The project file that the same documents are read under. */
export const sameProject = '{"rules": {"require-opt-out": "warning"}, "cues": {"downside": ["blast radius"]}}'

/**
 * The documents that must have the same findings in every face: those of the repository, and twenty of the corpus
 * where it is at hand, which a line says where it is not.
 * @returns texts by their paths below the folder of the project file, with `/`; every path is a proposal's
 */
export function sameDocuments(): Record<string, string> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const ours = ['examples', 'bench/accuracy/untold'].flatMap((folder) => markdownIn(join(root, folder)))
  const corpus = textFolder()
  if (!corpus) console.log('The texts of the corpus are not at hand: only made-up documents are compared.')
  const all = corpus ? markdownIn(corpus) : []
  const twenty = corpus
    ? Array.from({length: 20}, (_, at) => all[Math.floor((at * all.length) / 20)] ?? '')
    : []
  const texts = [...ours, ...twenty].map((file) => readFileSync(file, 'utf8'))
  const [first = ''] = texts
  return {
    ...Object.fromEntries(texts.map((text, index) => [`proposals/${index}.md`, text])),
    'proposals/crlf.md': first.replace(/\r?\n/g, '\r\n'),
    'proposals/ümläut 🌱.md': `# Ein 🌱\n\n${first}`,
    'proposals/mark.md': `\uFEFF${first}`
  }
}

function markdownIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name))
}
