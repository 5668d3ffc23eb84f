import { expect, test } from 'vitest'
import { operationsOf } from '../../server/contract/operation.ts'
import type { HandlersOf } from '../../server/handlers/types.ts'
import { startTinyApp } from '../contract/tiny-app.ts'

/** A stub for everything that handlers answer: as far as the start can tell, all of it is built. */
function stubsOf<A extends 'account' | 'oneaccess'>(api: A): HandlersOf<A> {
  const handled = operationsOf(api).filter(({ servedBy }) => servedBy === 'handler')
  return Object.fromEntries(handled.map(({ id }) => [id, () => ({ status: 204 })] as const)) as unknown as HandlersOf<A>
}

test('the server starts with every operation of both documents built, and compiles each', async () => {
  const issued = async () => undefined
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
  } finally {
    await app.close()
  }
}, 60_000)
