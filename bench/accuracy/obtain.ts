// `npm run bench:obtain`: fetches the labelled documents from their public repositories into out/corpus/,
// for those who do not have them; what is there already is kept. Their text belongs to its authors and stays
// out of this repository; e-mail addresses and telephone numbers, masked where the labels were made, are not.
import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {listed} from './corpus.ts'

const folder = fileURLToPath(new URL('../../out/corpus/dev', import.meta.url))
const atOnce = 6

mkdirSync(folder, {recursive: true})
const wanted = listed().filter(({id}) => !existsSync(join(folder, `${id}.md`)))
const failures: string[] = []
let done = 0
for (let at = 0; at < wanted.length; at += atOnce) {
  await Promise.all(
    wanted.slice(at, at + atOnce).map(async ({id, repository, commit, path}) => {
      const where = [...repository.split('/'), commit, ...path.split('/')].map(encodeURIComponent).join('/')
      const address = `https://raw.githubusercontent.com/${where}`
      try {
        const answer = await fetch(address)
        if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`)
        writeFileSync(join(folder, `${id}.md`), await answer.text())
        done++
      } catch (error) {
        failures.push(`${address}: ${error instanceof Error ? error.message : error}`)
      }
    })
  )
  console.error(`${Math.min(at + atOnce, wanted.length)} of ${wanted.length}`)
}
for (const failure of failures) console.error(failure)
console.log(`${done} fetched, ${failures.length} failed; the documents are in ${folder}`)
process.exitCode = failures.length > 0 ? 1 : 0
