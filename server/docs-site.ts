import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../scripts/docs-at-start.ts', import.meta.url))

/**
 * Makes the docs site where it is missing or made from other sources, in a process of its own beside the start. Resolves when
 * that has ended; what there is to say it has said itself, and the server works without the site as well.
 */
export async function makeDocsSite(): Promise<void> {
  await once(spawn(process.execPath, [script], { stdio: 'inherit' }), 'exit')
}
