import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Applications } from '../../server/domain/applications/applications.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const redirect_uri = 'http://localhost:5173/callback'
const picture = (background: string) =>
  sharp({ create: { width: 300, height: 100, channels: 3, background } })
    .png()
    .toBuffer()
const application = (name: string) =>
  server.addApplication({ name, secret: 'a secret', requirePkce: false, scopes: ['openid'] })
const signInPage = (client_id: string) =>
  new Person(server.issuer).visit(
    `/connect/authorize?${new URLSearchParams({ response_type: 'code', client_id, scope: 'openid', redirect_uri })}`,
  )
const logoOn = (body: string) => /<img class="client__logo" src="([^"]+)"/.exec(body)?.[1]

test('the sign-in page shows the logo of the application, from an address of ours that may be kept', async () => {
  const clientId = await application('Reading list')
  const applications = new Applications(server.database.db)
  await applications.setLogo({}, clientId, await picture('#aa0000'))
  const page = await signInPage(clientId)
  const address = logoOn(page.body) ?? ''
  expect(address).toMatch(/^\/Account\/Logos\/[\w-]{43}\.webp$/)
  expect(page.headers.get('content-security-policy')).toContain("img-src 'self' data:")
  const answer = await contractFetch(new URL(address, server.issuer))
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'image/webp',
    'public, max-age=31536000, immutable',
  ])
  const drawn = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
  expect([drawn.width, drawn.height, drawn.format]).toEqual([256, 256, 'webp'])
  const etag = answer.headers.get('etag') ?? ''
  expect((await contractFetch(new URL(address, server.issuer), { headers: { 'if-none-match': etag } })).status).toBe(
    304,
  )
})

test('an application without a logo is shown by the first character of its name', async () => {
  const clientId = await application('\u{1F4DA} books <b>')
  const { body } = await signInPage(clientId)
  expect([logoOn(body), body.includes('<span class="client__initial">\u{1F4DA}</span>')]).toEqual([undefined, true])
})

test('a logo that is taken away is shown and served no more', async () => {
  const clientId = await application('Short-lived')
  const applications = new Applications(server.database.db)
  const { logoHash } = await applications.setLogo({}, clientId, await picture('#00aa00'))
  const address = `${server.issuer}/Account/Logos/${logoHash?.toString('base64url')}.webp`
  expect((await contractFetch(address)).status).toBe(200)
  await applications.setLogo({}, clientId, undefined)
  expect((await contractFetch(address)).status).toBe(404)
  const { rows } = await server.database.pool.query(
    `select details from audit_events where action = 'application.changed' and subject_type = 'application' order by id desc limit 1`,
  )
  expect(JSON.stringify(rows)).toContain('logoHash')
})

test('what is no picture is no logo', async () => {
  const clientId = await application('Wrong')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  await expect(new Applications(server.database.db).setLogo({}, clientId, svg)).rejects.toMatchObject({
    kind: 'image_not_readable',
  })
})
