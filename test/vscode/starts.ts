interface ChildProcesses {
  fork: (...args: unknown[]) => unknown
  spawn: (...args: unknown[]) => unknown
}

/** The extension host: with Node it has processes, in a browser it has workers. */
interface Host {
  process?: {getBuiltinModule?(name: 'node:child_process'): ChildProcesses}
  Worker?: new (...args: unknown[]) => object
}

/**
 * Notes each process and worker that an extension starts from now on.
 * @param part of the path of what is started: that of other extensions does not count
 */
export function watchStarts(part: string): {readonly seen: readonly string[]; stop(): void} {
  const seen: string[] = []
  const note = (args: readonly unknown[]) => {
    const started = args.flat().map(String).join(' ')
    if (started.includes(part)) seen.push(started)
  }
  const host = globalThis as unknown as Host
  const restore: (() => void)[] = []

  const processes = host.process?.getBuiltinModule?.('node:child_process')
  for (const way of ['fork', 'spawn'] as const) {
    const original = processes?.[way]
    if (!processes || !original) continue
    processes[way] = (...args) => {
      note(args)
      return original(...args)
    }
    restore.push(() => {
      processes[way] = original
    })
  }
  const {Worker} = host
  if (Worker) {
    host.Worker = new Proxy(Worker, {
      construct(target, args) {
        note(args)
        return Reflect.construct(target, args)
      }
    })
    restore.push(() => {
      host.Worker = Worker
    })
  }
  return {
    seen,
    stop() {
      for (const undo of restore) undo()
    }
  }
}
