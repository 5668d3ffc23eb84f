import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { UsageError } from '../../scripts/command.ts'
import { root } from '../machine.ts'

const execute = promisify(execFile)

/** Another version of the project, ready to run. */
export interface Checkout {
  readonly path: string
  readonly commit: string
  remove(): Promise<void>
}

/** Checks a version out beside this one, and installs what it depends on. @param reference whatever git knows it by */
export async function checkOut(reference: string, directory: string): Promise<Checkout> {
  const git = (...args: string[]) => execute('git', args, { cwd: root })
  const { stdout } = await git('rev-parse', '--verify', '--quiet', `${reference}^{commit}`).catch(() => {
    throw new UsageError(`git knows no ${reference} here`)
  })
  const commit = stdout.trim()
  const path = join(directory, 'checkout')
  await git('worktree', 'add', '--detach', path, commit)
  await execute('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: path, maxBuffer: 2 ** 26 })
  return {
    path,
    commit: commit.slice(0, 9),
    remove: async () => {
      await git('worktree', 'remove', '--force', path)
    },
  }
}
