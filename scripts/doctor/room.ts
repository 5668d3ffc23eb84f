import { access, constants, statfs } from 'node:fs/promises'
import { type Finding, ok, warning, wrong } from './check.ts'

const megabyte = 1_000_000

/** Whether this user may write there. */
export const mayWrite = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  )

/** How much room is left on the disk of a place that exists. @param full what happens when none is */
export async function checkRoom(about: string, place: string, full: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(place)
  const free = Math.round((bavail * bsize) / megabyte)
  const says = `${free} MB are free`
  if (free < 100) return wrong(about, says, `make room: ${full}`)
  return free < 1_000 ? warning(about, says, 'make room') : ok(about, says)
}
