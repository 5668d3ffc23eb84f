import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Logger } from './log/log.ts'

const script = fileURLToPath(new URL('../scripts/docs-at-start.ts', import.meta.url))

/** How long it may take, in milliseconds. */
const longest = 120_000

/**
 * Makes the docs site where it is missing or made from other sources, in a process of its own beside the start, which goes
 * first wherever both want the processor. Resolves when that has ended; what there is to say it has said itself, and the
 * server works without the site as well.
 */
export async function makeDocsSite(log: Logger): Promise<void> {
  try {
    await runScript()
  } catch (err) {
    log.warn({ err }, 'the docs site could not be made')
  }
}

async function runScript(): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, script], { stdio: 'inherit', timeout: longest })
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  await once(child, 'exit')
}
