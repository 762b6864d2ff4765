/** What is measured within VS Code, in milliseconds. */
export interface Figures {
  /** As VS Code tells it: loading the entry's code, the call of `activate`, until that is resolved. */
  readonly activation: {readonly load: number; readonly call: number; readonly finish: number}
  /** How many processes and workers Buy-In started for Markdown that is no proposal. */
  readonly startedForReadme: number
  /** From each key to the finding that it makes, or takes away. */
  readonly keys: {readonly appears: readonly number[]; readonly goes: readonly number[]}
}
