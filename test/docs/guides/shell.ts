import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** What a block of shell wrote. */
export interface Outcome {
  stdout: string
  /** The status of the block's call; undefined where it calls nothing. */
  status: string | undefined
}

// The status goes where it does not get between a call and what reads its answer.
const prelude = `
curl() { command curl -sS -w '%{stderr}%{http_code}\\n' "$@"; }
jq() { "${process.execPath}" "${join(import.meta.dirname, 'jq.ts')}" "$@"; }
`

/**
 * Runs blocks of a guide one after the other in one shell, so that each finds the variables and files of those before.
 * @param origin where the calls go, in place of the server and the mock of the guides
 * @param directory where the shell runs
 * @throws Error when a command fails, with what it wrote
 */
export async function runBlocks(
  blocks: readonly string[],
  origin: string,
  directory: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Outcome[]> {
  const script = blocks.map((code, index) => `exec >${index}.out 2>${index}.err\n${code}\n`).join('')
  const here = script.replaceAll(/http:\/\/localhost:(3000|4010)/g, origin)
  const env = { PATH: process.env.PATH ?? '', ...variables }
  const options = { cwd: directory, env }
  const written = (name: string) => readFile(join(directory, name), 'utf8').catch(() => '')
  try {
    await execute('bash', ['--norc', '-euo', 'pipefail', '-c', prelude + here], options)
  } catch (cause) {
    const errors = await Promise.all(blocks.map((_, index) => written(`${index}.err`)))
    const last = errors.findLastIndex((text) => text !== '')
    throw new Error(`${blocks[last]}\n${errors[last]}`, { cause })
  }
  return Promise.all(
    blocks.map(async (_, index) => ({
      stdout: await written(`${index}.out`),
      status: /^\d{3}$/m.exec(await written(`${index}.err`))?.[0],
    })),
  )
}
