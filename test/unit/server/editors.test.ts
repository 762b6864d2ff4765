import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {chmod, mkdtemp, readFile, realpath, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {checkout, pond, program, type Ran, run, write} from '../cli/program.ts'

/** The code blocks of a language in the page about other editors, as a user copies them. */
async function documented(language: string): Promise<string[]> {
  const page = await readFile(join(checkout, 'docs/editors.md'), 'utf8')
  const blocks = page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))
  return Array.from(blocks, ([, block]) => block ?? '')
}

const runs = (command: string, ...args: string[]) => spawnSync(command, args, {stdio: 'ignore'}).status === 0

const emacs = [
  '--batch',
  '--eval',
  "(progn (package-initialize) (unless (and (require 'eglot nil t) (require 'markdown-mode nil t)) (kill-emacs 3)))"
]
const editors = {
  Neovim: runs('nvim', '--version'),
  'Emacs with Eglot': runs('emacs', ...emacs)
}
for (const [name, isThere] of Object.entries(editors))
  if (!isThere) console.log(`${name} is not on this machine: it is not tried.`)

describe('Editors, set up as documented', function () {
  this.timeout(60_000)
  let folder: string
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'buy-in-editor-')))
    await write(folder, {'proposal.md': pond, '.git/HEAD': 'ref: refs/heads/main\n', 'bin/buy-in': ''})
    const shim = join(folder, 'bin/buy-in')
    await writeFile(shim, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`)
    await chmod(shim, 0o755)
  })
  afterEach(() => rm(folder, {recursive: true}))

  const start = async (command: string, args: string[]): Promise<Ran> =>
    run(command, args, {
      cwd: folder,
      env: {PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, HOME: folder}
    })
  /** The session shows the finding, and its action puts the scaffold into the text. */
  const check = ({stdout, stderr}: Ran) => {
    const said = `${stdout}\n${stderr}`
    assert.match(said, /finding: .*what could go wrong/, said)
    assert.match(said, /text: ## What could go wrong/, said)
    assert.match(said, /text: - For you: ⟨what it may cost the reader⟩/, said)
  }

  if (editors.Neovim)
    it('Neovim shows the findings and does a quick fix', async () => {
      const blocks = await documented('lua')
      const [major = 0, minor = 0] = /v(\d+)\.(\d+)/
        .exec(spawnSync('nvim', ['--version'], {encoding: 'utf8'}).stdout)
        ?.slice(1)
        .map(Number) ?? [0, 0]
      const setup = major > 0 || minor >= 11 ? blocks[0] : blocks[1]
      const session = `${setup}
vim.cmd('filetype on')
vim.cmd('edit proposal.md')
local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n') end
local before = text()
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
for _, one in ipairs(vim.diagnostic.get(0)) do print('finding: ' .. one.message) end
vim.api.nvim_win_set_cursor(0, {1, 3})
vim.ui.select = function(items, options, choose)
  for index, item in ipairs(items) do
    if options.format_item(item):find('Insert what could go wrong') then return choose(item, index) end
  end
end
vim.lsp.buf.code_action()
vim.wait(20000, function() return text() ~= before end, 20)
for line in (text() .. '\\n'):gmatch('(.-)\\n') do print('text: ' .. line) end
vim.cmd('quitall!')
`
      await writeFile(join(folder, 'session.lua'), session)
      check(await start('nvim', ['--headless', '--clean', '-c', 'luafile session.lua']))
    })

  if (editors['Emacs with Eglot'])
    it('Emacs shows the findings and does a quick fix', async () => {
      const [setup] = await documented('elisp')
      const session = `(package-initialize)
(require 'flymake)
(require 'seq)
${setup}
(find-file "proposal.md")
(defun session-wait (ready)
  (let ((left 200))
    (while (and (> left 0) (not (funcall ready))) (setq left (1- left)) (accept-process-output nil 0.1))))
(run-hooks (quote post-command-hook))
(session-wait (function eglot-current-server))
(flymake-start)
(session-wait #'flymake-diagnostics)
(dolist (one (flymake-diagnostics)) (princ (format "finding: %s\\n" (flymake-diagnostic-text one))))
(goto-char 4)
(let ((last-nonmenu-event t))
  (cl-letf (((symbol-function 'completing-read) (lambda (&rest _) "Insert what could go wrong")))
    (call-interactively #'eglot-code-actions)))
(dolist (line (split-string (buffer-string) "\\n")) (princ (format "text: %s\\n" line)))
(set-buffer-modified-p nil)
`
      await writeFile(join(folder, 'session.el'), session)
      check(await start('emacs', ['--batch', '-l', 'session.el']))
    })
})
