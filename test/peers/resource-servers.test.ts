import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeOf } from '../docs/guides/guides.ts'
import { personToken } from '../support/api.ts'
import { freePort } from '../support/process.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

// Debian's, which has the packages.
const python = '/usr/bin/python3'
// Where the programs find their libraries.
const folder = fileURLToPath(new URL('dist/resource-servers/', import.meta.url))

let server: TestServer
beforeAll(async () => {
  ;[server] = await Promise.all([startTestServer(), mkdir(folder, { recursive: true })])
})
afterAll(() => server.close())

describe.each([
  ['Express', 'express.mjs', process.execPath, 'js', "from 'express'"],
  ['Fastify', 'fastify.mjs', process.execPath, 'js', "from 'fastify'"],
  ['Flask', 'notes.py', python, 'python', 'import Flask'],
] as const)('the API of the guide with %s', (_name, file, program, language, which) => {
  let api: ChildProcess
  let ended: Promise<unknown>
  let base: string
  beforeAll(async () => {
    const port = await freePort()
    base = `http://localhost:${port}/notes`
    await writeFile(`${folder}${file}`, codeOf('account', 'protect-an-api', language, which))
    api = spawn(program, [`${folder}${file}`], {
      env: { ...process.env, ISSUER: server.issuer, PORT: String(port) },
      stdio: 'ignore',
    })
    ended = once(api, 'exit')
    await vi.waitFor(() => fetch(base), { timeout: 30_000, interval: 100 })
  })
  afterAll(async () => {
    api.kill('SIGKILL')
    await ended
  })

  const ask = (authorization?: string) => fetch(base, { headers: authorization ? { authorization } : {} })

  test('lets a token with the scope in, and knows whose it is', async () => {
    const token = await personToken(server, 'openid ZMS.UserDetails.Read')
    const answer = await ask(`Bearer ${token}`)
    expect(answer.status).toBe(200)
    const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    expect(await answer.json()).toEqual({ of: sub, notes: [] })
  })

  test('refuses a token without the scope, and tells which', async () => {
    const answer = await ask(`Bearer ${await personToken(server, 'openid ZMS.Basic')}`)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toEqual({ error: 'insufficient_scope', scope: 'ZMS.UserDetails.Read' })
  })

  test('refuses whatever is no access token of this issuer', async () => {
    const token = await personToken(server, 'openid ZMS.UserDetails.Read')
    const idToken = await idTokenOf(server)
    const [head, payload, signature = ''] = token.split('.')
    const changed = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')
    const refused = [undefined, 'Bearer', 'Bearer x', `Basic ${token}`, `Bearer ${idToken}`]
    refused.push(`Bearer ${head}.${payload}.${changed}`, `Bearer ${none}.${payload}.`)
    for (const authorization of refused) expect((await ask(authorization)).status, authorization).toBe(401)
  })
})

async function idTokenOf({ issuer }: TestServer): Promise<string> {
  const answer = await fetch(`${issuer}/connect/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('testAutoClient:testAuto.2022')}` },
    body: new URLSearchParams({
      grant_type: 'password',
      username: 'testUserName',
      password: 'Abc.123456',
      scope: 'openid ZMS.UserDetails.Read',
    }),
  })
  return (await answer.json()).id_token
}
