// What VS Code's server is started with in tests (`node --require`), and it its extension hosts: their log files are
// written by a native module that is not compiled here. This takes its place, and writes such lines at once.
const childProcess = require('node:child_process')
const {appendFileSync, mkdirSync} = require('node:fs')
const Module = require('node:module')
const {dirname} = require('node:path')

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical']

class Logger {
  #file
  #least = 2
  #bare = false

  constructor(_type, _name, file) {
    this.#file = file
    mkdirSync(dirname(file), {recursive: true})
  }

  #write(level, message) {
    if (level < this.#least) return
    const line = this.#bare
      ? message
      : `${new Date().toISOString().slice(0, -1).replace('T', ' ')} [${levels[level]}] ${message}\n`
    try {
      appendFileSync(this.#file, line)
    } catch {
      // The folder goes away when the tests are over.
    }
  }

  static {
    for (const [level, name] of ['trace', 'debug', 'info', 'warn', 'error', 'critical'].entries())
      Logger.prototype[name] = function (message) {
        this.#write(level, message)
      }
  }

  setLevel(level) {
    this.#least = level
  }
  clearFormatters() {
    this.#bare = true
  }
  setPattern() {}
  flush() {}
  drop() {}
}

const standIn = {version: 0, setLevel() {}, setFlushOn() {}, Logger}
const load = Module._load
Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest)
  if (request !== 'bindings') return loaded
  return (options, ...others) => (options === 'spdlog' ? standIn : loaded(options, ...others))
}

const {fork} = childProcess
childProcess.fork = (path, args, options) =>
  Array.isArray(args) && args.includes('--type=extensionHost')
    ? fork(path, args, {...options, execArgv: [...(options?.execArgv ?? []), '--require', __filename]})
    : fork(path, args, options)
Module.syncBuiltinESMExports()
