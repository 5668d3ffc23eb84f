import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text as wholeOf } from 'node:stream/consumers'
import { UsageError } from './command.ts'

/**
 * Reads a new password: from a terminal twice and without showing it, else the whole of standard input without the end of its
 * last line. Arguments are seen by everybody on the machine, and kept by the shell.
 */
export async function readNewPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    const password = (await wholeOf(process.stdin)).replace(/\r?\n$/, '')
    if (password === '') throw new UsageError('no password came on standard input')
    return password
  }
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  const ask = async (question: string) => {
    process.stderr.write(question)
    const answer = await terminal.question('')
    process.stderr.write('\n')
    return answer
  }
  try {
    const password = await ask('New password: ')
    if (password !== (await ask('Once more: '))) throw new UsageError('the two are not the same')
    return password
  } finally {
    terminal.close()
  }
}

/**
 * Reads secrets that somebody else has made: from a terminal without showing them, else from standard input, one a line.
 * @returns one for each name; undefined where nothing was entered
 */
export async function readSecrets(names: readonly string[]): Promise<(string | undefined)[]> {
  const entered = process.stdin.isTTY ? await askSilently(names) : (await wholeOf(process.stdin)).split(/\r?\n/)
  return names.map((_, index) => entered[index]?.trim() || undefined)
}

async function askSilently(names: readonly string[]): Promise<string[]> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    const answers: string[] = []
    for (const name of names) {
      process.stderr.write(`${name}: `)
      answers.push(await terminal.question(''))
      process.stderr.write('\n')
    }
    return answers
  } finally {
    terminal.close()
  }
}
