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
