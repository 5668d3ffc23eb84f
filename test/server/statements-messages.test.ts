import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ask, clientToken, personToken } from '../support/api.ts'
import { Listening, pushOne } from '../support/message-stream.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, countStatementsAlone, withoutSchedule } from '../support/statements.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
})
afterAll(() => server.close())

test('a message costs five statements, and reading for all streams of a process one', async () => {
  const person = await personToken(server, 'openid ZMS.Basic ZMS.UserDetails.Read')
  const client = await clientToken(server, 'ZMS.MNS.Send')
  const answer = await ask<{ data: [{ guid: string }] }>(server, 'GET', '/api/v1.0/user/details', { token: person })
  const [{ guid }] = answer.body.data
  // The token; begin, message, audit event, commit.
  expect(await countStatementsAlone(server, () => pushOne(server, client, guid, '{}'))).toBe(5)
  const streams: Listening[] = []
  const listen = async () => {
    const stream = await Listening.open(server, person)
    await expect.poll(() => stream.messages.length).toBe(1)
    streams.push(stream)
  }
  // The token; what there is, with the right to read it. The news of the message above may come while the first one listens.
  await vi.waitFor(async () => expect(await countStatementsAlone(server, listen)).toBe(2), 10_000)
  while (streams.length < 4) await listen()
  // Every 15 seconds they are looked at by themselves; what that falls into is counted anew.
  await vi.waitFor(async () => {
    const before = streams.map(({ heard }) => heard)
    const looking = countStatements(async () => {
      server.app.services.deps.messageStreams.look()
      await expect.poll(() => streams.every(({ heard }, n) => heard > (before[n] ?? 0))).toBe(true)
    })
    expect(await looking).toBe(1)
  }, 10_000)
  for (const stream of streams) await stream.close()
})
