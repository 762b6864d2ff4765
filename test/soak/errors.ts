/** What the soak does to files and editors while VS Code and Buy-In work on them, and so may bring them to say. */
export interface Doings {
  /** The names of the files that it renamed or deleted. */
  readonly takenAway: ReadonlySet<string>
  /** What the errors say that it planted. */
  readonly planted: readonly string[]
}

/**
 * Says what excuses an error.
 * @param error its message, or its entry in a log with all lines
 * @returns the reason, or undefined for an error that nobody meant
 */
export function excuseOf(error: string, {takenAway, planted}: Doings): string | undefined {
  const plant = planted.find((one) => error.includes(one))
  if (plant) return plant
  if (error.includes("Cannot find module './build/Release/watchdog'"))
    return 'a part of VS Code that is not compiled where its server takes the desktop’s place'
  if (error.includes('Buy-In reads documents of up to'))
    return 'a document is too large, which the user is told'
  if (/^(?:Illegal argument: TextEditor|TextEditor#edit not possible on closed editors|Canceled)/.test(error))
    return 'the editor was closed meanwhile'
  const files = error.match(/soak-\d+\.md/g) ?? []
  if (
    files.some((name) => takenAway.has(name)) &&
    /ENOENT|nonexistent|not found|does not exist|Unable to (?:read|resolve|write)|Could NOT open editor/i.test(
      error
    )
  )
    return 'the soak took the file away'
  return undefined
}

/**
 * Finds the errors in the logs of the extension host of this process and of its extensions.
 * @returns an entry for each, with all its lines, after the name of its log
 * @throws when the extension host has no log
 */
export function errorsInLogs(): string[] {
  const {readdirSync, readFileSync} = process.getBuiltinModule('node:fs')
  const {tmpdir} = process.getBuiltinModule('node:os')
  const {join} = process.getBuiltinModule('node:path')
  const logs = readdirSync(tmpdir())
    .filter((name) => name.startsWith('buy-in-'))
    .flatMap((name) => {
      const folder = join(tmpdir(), name, 'user/logs')
      try {
        return readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((file) => join(folder, file))
      } catch {
        return []
      }
    })
    .filter((file) => file.endsWith('.log'))
  const ownLog = /(?:remote)?exthost\.log$/
  const host = logs.find(
    (file) => ownLog.test(file) && readFileSync(file, 'utf8').includes(`pid ${process.pid} started`)
  )
  if (!host) throw new Error('The log of the extension host was not found.')
  const folder = host.replace(ownLog, '')
  const own = logs.filter((file) => file.startsWith(folder))
  console.log(`Looked into ${own.map((file) => file.slice(folder.length)).join(', ')}`)
  return own.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split(/^(?=\d{4}-\d\d-\d\d \S+ \[\w+\] )/m)
      .filter((entry) => /^\S+ \S+ \[(?:error|critical)\] /.test(entry))
      .map((entry) => `${file.slice(folder.length)}: ${entry.trimEnd()}`)
  )
}
