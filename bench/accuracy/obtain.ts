// `npm run bench:obtain`: fetches the labelled documents from their public repositories into out/corpus/,
// for those who do not have them, both those that are scored and the further ones that are only learned from;
// what is there already is kept. Their text belongs to its authors and stays
// out of this repository; e-mail addresses and telephone numbers, masked where the labels were made, are not.
import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {furtherFolder, listed} from './corpus.ts'

const folder = fileURLToPath(new URL('../../out/corpus/dev', import.meta.url))
const atOnce = 6

mkdirSync(folder, {recursive: true})
mkdirSync(furtherFolder, {recursive: true})
const wanted = [
  ...listed().map((document) => ({...document, file: join(folder, `${document.id}.md`)})),
  ...listed('further').map((document) => ({...document, file: join(furtherFolder, `${document.id}.md`)}))
].filter(({file}) => !existsSync(file))
const failures: string[] = []
let done = 0
for (let at = 0; at < wanted.length; at += atOnce) {
  await Promise.all(
    wanted.slice(at, at + atOnce).map(async ({file, repository, commit, path}) => {
      const where = [...repository.split('/'), commit, ...path.split('/')].map(encodeURIComponent).join('/')
      const address = `https://raw.githubusercontent.com/${where}`
      try {
        const answer = await fetch(address)
        if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`)
        writeFileSync(file, await answer.text())
        done++
      } catch (error) {
        failures.push(`${address}: ${error instanceof Error ? error.message : error}`)
      }
    })
  )
  console.error(`${Math.min(at + atOnce, wanted.length)} of ${wanted.length}`)
}
for (const failure of failures) console.error(failure)
console.log(`${done} fetched, ${failures.length} failed; the documents are in ${dirname(folder)}`)
process.exitCode = failures.length > 0 ? 1 : 0
