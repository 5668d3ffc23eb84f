import { expect, test } from 'vitest'
import { operationsOf } from '../../server/contract/operation.ts'
import type { HandlersOf } from '../../server/handlers/types.ts'
import { startTinyApp } from '../contract/tiny-app.ts'

/** A stub for everything that handlers answer: as far as the start can tell, all of it is built. */
function stubsOf<A extends 'account' | 'oneaccess'>(api: A): HandlersOf<A> {
  const handled = operationsOf(api).filter(({ servedBy }) => servedBy === 'handler')
  return Object.fromEntries(handled.map(({ id }) => [id, () => ({ status: 204 })] as const)) as unknown as HandlersOf<A>
}

test('the server starts with every operation of both documents built, and compiles each, in less than 5 seconds and 150 MB', async () => {
  const issued = async () => undefined
  const before = { heap: process.memoryUsage().heapUsed, cpu: process.cpuUsage() }
  const app = await startTinyApp(
    { handlers: stubsOf('account') },
    {
      handlers: stubsOf('oneaccess'),
      // As if every kind of credential were issued.
      authenticate: {
        managementToken: issued,
        clientBasic: issued,
        accessToken: issued,
        sessionSignature: issued,
        stateToken: issued,
      } as never,
    },
  )
  try {
    expect((await fetch(`${app.origin}/usercenter`)).status).toBe(204)
    // Measured: some 2 seconds of a core and 50 MB. Time of a core, because that does not depend on who else is at work.
    const { user, system } = process.cpuUsage(before.cpu)
    expect((user + system) / 1e6).toBeLessThan(5)
    expect((process.memoryUsage().heapUsed - before.heap) / 1e6).toBeLessThan(150)
  } finally {
    await app.close()
  }
}, 120_000)
