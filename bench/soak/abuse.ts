import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { personToken } from '../../test/support/api.ts'
import { Listening } from '../../test/support/message-stream.ts'
import { demand, network, type Visit } from './visit.ts'

async function connected(origin: string): Promise<Socket> {
  const { port, hostname } = new URL(origin)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.on('error', () => {})
  return socket
}

const tokenHead = (length: number) =>
  `POST /connect/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${length}\r\n\r\n`

/** What callers do who do not: no answer may be a failure of the server. */
export const abuse = {
  'wrong passwords and tokens': async (origin) => {
    const headers = { authorization: `Basic ${btoa('testAutoClient:testAuto.2022')}`, ...network() }
    const wrong: Record<string, string>[] = [
      { grant_type: 'password', username: `nobody-${randomUUID()}`, password: 'wrong', scope: 'openid' },
      { grant_type: 'refresh_token', refresh_token: randomUUID() },
      { grant_type: 'authorization_code', code: randomUUID(), redirect_uri: 'http://localhost:5173/callback' },
    ]
    for (const fields of wrong) {
      const body = new URLSearchParams(fields)
      const answer = await fetch(`${origin}/connect/token`, { method: 'POST', headers, body })
      demand(String(fields.grant_type), answer.status, 400, 429)
      await answer.arrayBuffer()
    }
    const bearer = { authorization: `Bearer ${randomUUID()}` }
    const answer = await fetch(`${origin}/connect/userinfo`, { headers: bearer })
    demand('userinfo', answer.status, 401)
    await answer.arrayBuffer()
  },

  'garbage in requests': async (origin) => {
    const json = { 'content-type': 'application/json' }
    for (const [path, init] of [
      [`/${randomUUID()}`, {}],
      [`/api/v1.0/${randomUUID()}?a=%ff%00`, {}],
      ['/api/v2/sdk/login', { method: 'POST', headers: json, body: '{"user_name":' }],
      ['/api/v2/tenant/users', { method: 'POST', headers: json, body: randomBytes(2_000) }],
      ['/connect/authorize?client_id=%00&scope=%f0%9f', {}],
    ] as const) {
      const answer = await fetch(origin + path, init)
      if (answer.status < 400 || answer.status > 499) throw new Error(`${path.slice(0, 12)} answers ${answer.status}`)
      await answer.arrayBuffer()
    }
  },

  'no HTTP at all': async (origin) => {
    const socket = await connected(origin)
    socket.write(randomBytes(400))
    socket.resume()
    await once(socket, 'close')
  },

  'connections that break off': async (origin) => {
    const [early, late, answered] = await Promise.all([connected(origin), connected(origin), connected(origin)])
    early.write('GET /connect/auth')
    late.write(`${tokenHead(500)}grant_type=password&user`)
    answered.write('GET /openapi/account.json HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await delay(20)
    for (const socket of [early, late, answered]) socket.resetAndDestroy()
  },

  'streams that come and go': async (origin) => {
    const token = await personToken({ issuer: origin }, 'openid ZMS.Basic')
    const stream = await Listening.open({ issuer: origin }, token)
    demand('stream', stream.status, 200)
    await delay(500)
    await stream.close()
  },
} as const satisfies Record<string, Visit>
