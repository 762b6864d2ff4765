import {realpath} from 'node:fs/promises'
import {isAbsolute, relative, resolve} from 'node:path'
import {McpServer} from '@modelcontextprotocol/sdk/server/mcp.js'
import {StdioServerTransport} from '@modelcontextprotocol/sdk/server/stdio.js'
import {z} from 'zod'
import {version} from '../../package.json'
import {profiles} from '../analysis/proposal.ts'
import {type ToolName, toolAnswer, toolDescriptions, toolNames} from '../artifacts/tool-answers.ts'
import {configured, forgetProjects} from '../cli/configuration.ts'
import {readSource, type Source} from '../cli/files.ts'
import {readWhole} from '../config/configuration.ts'

const titles: Readonly<Record<ToolName, string>> = {
  lint_proposal: 'Lint a proposal',
  summarize_proposal: 'Summarise a proposal',
  list_asks: 'List the asks of a proposal'
}

const inputSchema = {
  path: z.string().optional().describe('A Markdown file below the folder that the server was started in.'),
  text: z
    .string()
    .optional()
    .describe('The Markdown text itself, where there is no file, or it is not saved yet.'),
  profile: z
    .enum(['auto', ...profiles])
    .optional()
    .describe('What kind of document it is; told by its substance if left out.')
}

/** Serves the tools over the Model Context Protocol on standard input and output. */
export async function serveMcp(): Promise<void> {
  const server = new McpServer({name: 'buy-in', version})
  for (const name of toolNames) {
    const config = {
      title: titles[name],
      description: toolDescriptions[name],
      inputSchema,
      annotations: {readOnlyHint: true, idempotentHint: true, openWorldHint: false}
    }
    server.registerTool(name, config, async ({path, text, profile}) => {
      try {
        const source = await sourceOf(path, text)
        forgetProjects()
        const configuration = await configured(source, profile ? {profile} : {})
        const {proposal, findings} = readWhole(source.text, configuration)
        return {content: [{type: 'text', text: toolAnswer(name, proposal, findings, configuration.rules)}]}
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        return {isError: true, content: [{type: 'text', text: message}]}
      }
    })
  }
  await server.connect(new StdioServerTransport())
}

async function sourceOf(path: string | undefined, text: string | undefined): Promise<Source> {
  if (path === undefined) {
    if (text === undefined) throw new Error('Give the path of a Markdown file, or its text.')
    return {file: '-', text}
  }
  const below = relative(process.cwd(), resolve(path))
  if (below.startsWith('..') || isAbsolute(below))
    throw new Error(`${path}: this lies outside ${process.cwd()}.`)
  if (text !== undefined) return {file: path, text}
  if (!/\.(?:md|markdown)$/i.test(path)) throw new Error(`${path}: this is no Markdown file.`)
  // A link may lead out of the folder, too.
  const real = await realpath(below).catch(() => resolve(below))
  if (relative(await realpath(process.cwd()), real).startsWith('..'))
    throw new Error(`${path}: this leads outside ${process.cwd()}.`)
  return readSource(below)
}
