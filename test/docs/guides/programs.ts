import { execFile } from 'node:child_process'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** What runs the programs that guides print in Java and Python, where a machine has it. */
export interface Runtime {
  /** Whether this machine has it, and new enough. */
  isPresent: boolean
  /**
   * Runs a program.
   * @returns what it prints, without the line's end
   */
  run(...args: string[]): Promise<string>
}

async function runtime(program: string, [check, ...args]: [string, ...string[]]): Promise<Runtime> {
  const isPresent = await execute(check, args).then(
    () => true,
    () => false,
  )
  return { isPresent, run: async (...given) => (await execute(program, given)).stdout.replace(/\r?\n$/, '') }
}

/** Java with its compiler, from 17 on (`java.util.HexFormat`). */
export const java = {
  ...(await runtime('java', ['javac', '--release', '17', '--version'])),
  /** Compiles a file; the class lies beside it. */
  async compile(file: string): Promise<void> {
    await execute('javac', ['-encoding', 'UTF-8', '-d', dirname(file), file])
  },
}

/** Python from 3.10 on (`str | None`), with the package cryptography. */
export const python = await runtime('python3', [
  'python3',
  '-c',
  'import sys, cryptography; assert sys.version_info >= (3, 10)',
])
