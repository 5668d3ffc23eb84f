import { spawnSync } from 'node:child_process'

/** Everything CI checks beside the tests, each by the tool that owns it. */
const steps: readonly (readonly [what: string, ...command: string[]])[] = [
  ['the contract obeys its rules', 'npm', 'run', '--silent', 'lint:contract'],
  ['generated files are current', 'npm', 'run', '--silent', 'generate', '--', '--check'],
  ['nothing breaks released callers', 'npm', 'run', '--silent', 'compatibility'],
  ['types', 'npm', 'run', '--silent', 'typecheck'],
  ['style', 'npm', 'run', '--silent', 'lint'],
]

for (const [what, command = '', ...args] of steps) {
  const start = performance.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error(`check failed: ${what} (${[command, ...args].join(' ')})`)
    process.exit(1)
  }
  console.log(`ok  ${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}
