import { existsSync, globSync } from 'node:fs'
import { chmod, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryDirectory } from '../../setup/temporary.ts'

/** A clock that processes can have in place of the machine's: the same, so many seconds off. */
export interface Clock {
  /** What a process has it by. */
  readonly env: Readonly<Record<string, string>>
  /** Steps it, for all that have it, while they run. */
  step(seconds: number): Promise<void>
  remove(): Promise<void>
}

export async function startClock(): Promise<Clock> {
  const library = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1').find(existsSync)
  if (!library) throw new Error('There is no libfaketime. Install it (on Debian: apt-get install libfaketime).')
  const { path, remove } = await temporaryDirectory()
  const file = join(path, 'clock')
  const step = async (seconds: number) => {
    await writeFile(`${file}.next`, `${seconds < 0 ? '' : '+'}${seconds}\n`)
    // A database reads it as another user.
    await chmod(`${file}.next`, 0o644)
    // Whoever looks at the time meanwhile finds the old one or the new one, and no file that is half written.
    await rename(`${file}.next`, file)
  }
  await step(0)
  return {
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // What measures times is no clock, and steps with none.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    step,
    remove,
  }
}
