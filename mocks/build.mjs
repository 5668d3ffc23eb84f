// What is published: the compiled mock beside its own copies of the contract, in folders that lie to each other as here.
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

process.chdir(import.meta.dirname)
rmSync('dist', { recursive: true, force: true })
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.json'], { stdio: 'inherit' })
mkdirSync('dist/generated', { recursive: true })
for (const name of ['account.json', 'oneaccess.json']) copyFileSync(`../generated/${name}`, `dist/generated/${name}`)
const main = 'dist/mocks/src/main.js'
writeFileSync(main, `#!/usr/bin/env node\n${readFileSync(main, 'utf8')}`)
chmodSync(main, 0o755)
