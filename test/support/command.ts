import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a command of `scripts/` has left. */
export interface Left {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a command of `scripts/` with these variables and none of OpenAccount's own beside. */
export async function command(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input = '',
): Promise<Left> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    cwd: root,
    env: { PATH, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }), ...env },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (part: Buffer) => {
    out += part
  })
  child.stderr.on('data', (part: Buffer) => {
    err += part
  })
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out: out.trim(), err: err.trim() }
}

/** The same for one that must not fail. @returns what it has printed */
export async function done(...given: Parameters<typeof command>): Promise<string> {
  const { code, out, err } = await command(...given)
  if (code !== 0) throw new Error(`${given[0]} ${given[1].join(' ')} ended with ${code}:\n${out}\n${err}`)
  return out
}
