import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import { createAccountClient, password, userMessages } from '../../../../client/src/index.ts'
import { newcomer } from '../../../account/account-person.ts'
import { ask, managementToken } from '../../../support/api.ts'
import type { ListeningApplication } from '../../../support/event-receiver.ts'
import { browserOf, downloadable, exporter, fileAt, mailedLink } from '../../../support/exports.ts'
import type { Installation } from '../../../support/installation.ts'
import { push } from '../../../support/message-stream.ts'
import type { Walk, Walks } from './walk.ts'

let last = 13_730_000_000

/** Somebody with the SDK, which opens the stream again whenever it ends. */
async function listener(at: Installation) {
  const { id, userName, password: own } = await newcomer(at)
  const auth = password({
    clientId: 'testAutoClient',
    clientSecret: 'testAuto.2022',
    username: userName,
    password: own,
    scope: 'openid ZMS.Basic',
  })
  const ending = new AbortController()
  const client = createAccountClient({ baseUrl: at.issuer, auth })
  return { id, ending, messages: userMessages(client, { signal: ending.signal }) }
}

/** Listens while nodes come and go, and misses no message and gets none twice. @param goesOn whether there is more to send */
export async function staysListening(at: Installation, goesOn: () => boolean): Promise<void> {
  const { id, messages, ending } = await listener(at)
  const received: string[] = []
  const reading = (async () => {
    for await (const { content } of messages) received.push(content)
  })().catch((error: unknown) => {
    if (!ending.signal.aborted) throw error
  })
  const sent: string[] = []
  while (goesOn()) {
    const content = String(sent.length)
    await push(at, id, content)
    sent.push(content)
    await delay(500)
  }
  // After the last restart the SDK waits before it asks anew.
  await expect.poll(() => received, { timeout: 60_000 }).toEqual(sent)
  ending.abort()
  await reading
}

/** What a server does later, and what it goes on telling. */
export const work = {
  'exports people to a file, and fetches it at the mailed address': async (at) => {
    const one = await exporter(at)
    const guid = await downloadable(at, one, { filter: { userGuid: [one.id] }, format: 'csv' })
    const link = await mailedLink(at, one, guid)
    const { answer, content } = await fileAt(await browserOf(at, one), link)
    expect([answer.status, content.toString()]).toEqual([200, expect.stringContaining(one.userName)])
  },

  'listens for messages of a service, and gets each once': async (at) => {
    const { id, messages, ending } = await listener(at)
    const received: string[] = []
    const contents = ['1', '2', '3', '4']
    const pushed = (async () => {
      for (const content of contents) await push(at, id, content)
    })()
    for await (const { content } of messages) {
      received.push(content)
      if (received.length === contents.length) break
    }
    ending.abort()
    await pushed
    expect(received).toEqual(contents)
  },
} as const satisfies Walks

/** An application that is told of people as they come and go. */
export const listens =
  (application: ListeningApplication): Walk =>
  async (at) => {
    const token = await managementToken(at)
    const name = `told-${crypto.randomUUID()}`
    const body = { user_name: name, org_code: '10000', name, mobile: String(++last) }
    const made = await ask<{ user_id: string }>(at, 'POST', '/api/v2/tenant/users', { token, body })
    expect(made.status).toBe(201)
    const path = `/api/v2/tenant/users/${made.body.user_id}`
    expect((await ask(at, 'PUT', path, { token, body: { name: 'Kettle Keeper' } })).status).toBeLessThan(300)
    expect((await ask(at, 'DELETE', path, { token })).status).toBe(204)
    await expect
      .poll(() => application.about(name).map(({ type }) => type), { timeout: 20_000 })
      .toEqual(['CREATE_USER', 'UPDATE_USER', 'DELETE_USER'])
  }
