import {stat} from 'node:fs/promises'
import {availableParallelism} from 'node:os'
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads'
import {type Linted, type LintJob, type LintSettings, lintFile} from './lint-file.ts'

/** A thread pays from so many bytes of text on: before, it takes longer to start than it saves. */
const bytesForThread = 100_000
/** Each thread takes some 100 MB of memory. */
const mostThreads = 8

interface Work {
  readonly jobs: readonly LintJob[]
  readonly settings: LintSettings
  /** How many of the jobs are taken, shared by all threads. */
  readonly taken: Int32Array
}

type Done = readonly [index: number, linted: Linted]

/**
 * Lints files, on as many threads as pay.
 * @param done is told of each file, as soon as it is done
 * @returns what came of each, in the order of the jobs
 */
export async function lintFiles(
  jobs: readonly LintJob[],
  settings: LintSettings,
  done: (file: string) => void
): Promise<Linted[]> {
  const results: Linted[] = []
  const note = (index: number, linted: Linted) => {
    results[index] = linted
    done(jobs[index]?.file ?? '')
  }
  const work: Work = {jobs, settings, taken: new Int32Array(new SharedArrayBuffer(4))}
  const others = Array.from({length: (await threadsFor(jobs)) - 1}, () => startThread(work, note))
  await takeJobs(work, note)
  await Promise.all(others)
  // What a thread had taken when it broke.
  for (const [index, job] of jobs.entries()) if (!results[index]) note(index, await lintFile(job, settings))
  return results
}

/** How many threads pay, this one included. */
async function threadsFor(jobs: readonly LintJob[]): Promise<number> {
  const most = Math.min(mostThreads, availableParallelism(), jobs.length)
  if (most < 2) return 1
  const sizes = await Promise.all(
    jobs.map(({file, source}) =>
      source
        ? source.text.length
        : stat(file).then(
            ({size}) => size,
            () => 0
          )
    )
  )
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return Math.max(1, Math.min(most, Math.floor(bytes / bytesForThread)))
}

/** Starts a thread on the same program; settled when it has ended, also where it broke. */
function startThread(work: Work, note: (...done: Done) => void): Promise<void> {
  return new Promise((resolve) => {
    const thread = new Worker(__filename, {workerData: work})
    thread.on('message', (done: Done) => note(...done))
    thread.on('error', () => {})
    thread.on('exit', () => resolve())
  })
}

/** Takes one job after the other until all are taken. */
async function takeJobs({jobs, settings, taken}: Work, note: (...done: Done) => void): Promise<void> {
  for (;;) {
    const index = Atomics.add(taken, 0, 1)
    const job = jobs[index]
    if (!job) return
    note(index, await lintFile(job, settings))
  }
}

/** Whether this is one of the threads that {@link lintFiles} starts; it then works. */
export function worksAsThread(): boolean {
  if (isMainThread) return false
  void takeJobs(workerData as Work, (...done) => parentPort?.postMessage(done))
  return true
}
