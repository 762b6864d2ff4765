/** A process, or a worker. */
interface Started {
  kill?(signal: string): void
  terminate?(): void
  send?(message: unknown): void
  postMessage?(message: unknown): void
}

interface ChildProcesses {
  fork: (...args: unknown[]) => Started
  spawn: (...args: unknown[]) => Started
}

/** The extension host: with Node it has processes, in a browser it has workers. */
interface Host {
  process?: {getBuiltinModule?(name: 'node:child_process'): ChildProcesses}
  Worker?: new (...args: unknown[]) => Started
}

/** A process or worker that an extension has started. */
export interface Start {
  /** Ends it at once, as if it had died. */
  end(): void
  send(message: unknown): void
}

/**
 * Notes each process and worker that an extension starts from now on.
 * @param part of the path of what is started: that of other extensions does not count
 */
export function watchStarts(part: string): {readonly seen: readonly Start[]; stop(): void} {
  const seen: Start[] = []
  const note = (args: readonly unknown[], started: Started) => {
    const words = args
      .flat()
      .flatMap((one) => (typeof one === 'string' || one instanceof URL ? [`${one}`] : []))
    if (!words.some((word) => word.includes(part))) return started
    seen.push({
      end() {
        started.kill?.('SIGKILL')
        started.terminate?.()
      },
      send(message) {
        started.send?.(message)
        started.postMessage?.(message)
      }
    })
    return started
  }
  const host = globalThis as unknown as Host
  const restore: (() => void)[] = []

  const processes = host.process?.getBuiltinModule?.('node:child_process')
  for (const way of ['fork', 'spawn'] as const) {
    const original = processes?.[way]
    if (!processes || !original) continue
    processes[way] = (...args) => note(args, original(...args))
    restore.push(() => {
      processes[way] = original
    })
  }
  const {Worker} = host
  if (Worker) {
    host.Worker = new Proxy(Worker, {
      construct: (target, args) => note(args, Reflect.construct(target, args))
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
