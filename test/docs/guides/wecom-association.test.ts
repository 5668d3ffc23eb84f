import { encrypt } from '@wecom/crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { temporaryDirectory } from '../../setup/temporary.ts'
import { clientToken, personToken } from '../../support/api.ts'
import { contractFetch } from '../../support/contract-fetch.ts'
import { treeOf } from '../../support/corps.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { callback, changeXml, type StandInCorp, signedQuery, WeComStandIn } from '../../support/wecom.ts'
import { commandsOf } from './commands.ts'
import { guides } from './guides.ts'
import { runBlocks } from './shell.ts'

/** What the guide shows as WeCom's administration does. */
const corp: StandInCorp = {
  corpId: 'ww1234567890abcdef',
  secret: 'wecom.Demo.2026',
  token: 'QDG6eK',
  key: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
beforeAll(async () => {
  directory = await temporaryDirectory()
})
afterAll(() => directory.remove())

const guide = guides.find(({ slug, language }) => slug === 'wecom-association' && language === 'en')
const blockWith = (text: string) => {
  const found = guide && commandsOf(guide).find(({ code }) => code.includes(text))
  if (!found) throw new Error(`the guide has no block with ${text}`)
  return found.code
}

/** Goes through the guide from the first step to the last. */
async function walk(server: TestServer): Promise<void> {
  const run = async (text: string, variables: Record<string, string> = {}) => {
    const [outcome] = await runBlocks([blockWith(text)], server.issuer, directory.path, variables)
    return outcome
  }
  const manager = await personToken(server, 'openid', 'admin', 'Admin.123456')
  const made = await run('/api/v1.0/manage/corps \\', { ACCESS_TOKEN: manager })
  const CORP_GUID: string = JSON.parse(made?.stdout ?? '').data[0].guid
  const linked = await run('/manage/corps/externalLink', { ACCESS_TOKEN: manager, CORP_GUID })
  expect(linked?.status).toBe('200')

  // WeCom checks the address, with the guide's own signature.
  const ECHOSTR = encrypt(corp.key, 'the+plain/text', corp.corpId)
  const { timestamp: TIMESTAMP = '', nonce: NONCE = '' } = signedQuery(corp, ECHOSTR)
  const sign = `${blockWith('sha1sum')}\nECHOSTR=$(printf %s "$ECHOSTR" | sed 's/+/%2B/g; s,/,%2F,g; s/=/%3D/g')\n`
  const variables = { WECOM_TOKEN: corp.token, TIMESTAMP, NONCE, ECHOSTR }
  const [checked] = await runBlocks([sign + blockWith('echostr=$ECHOSTR')], server.issuer, directory.path, variables)
  expect(checked).toEqual({ stdout: 'the+plain/text', status: '200' })

  const ACCESS_TOKEN = await clientToken(server, 'ZMS.Users.Read ZMS.Users.Write')
  const USER_GUID = await server.addUser({})
  const associated = await run('/trusted/users/externalLogins', { ACCESS_TOKEN, USER_GUID })
  expect(JSON.parse(associated?.stdout ?? '').data[0].error).toBeNull()
  const refreshed = await run('/refreshDepartments', { ACCESS_TOKEN, CORP_GUID })
  expect(JSON.parse(refreshed?.stdout ?? '').data[0].state).toBe('refreshed')
  expect(await treeOf(server, CORP_GUID)).toEqual(['研发部'])
  const found = await run('/users/externalLoginDetails', { ACCESS_TOKEN })
  expect(JSON.parse(found?.stdout ?? '').data).toMatchObject([{ guid: USER_GUID, externalID: 'zhangsan' }])

  const { query, body } = callback(corp, changeXml(corp.corpId, 'create_party', { Id: 3, Name: '市场部', ParentId: 1 }))
  const address = `${server.issuer}/api/v1.0/wecom/callback?${new URLSearchParams(query)}`
  const sent = await contractFetch(address, { method: 'POST', headers: { 'content-type': 'text/xml' }, body })
  expect(await sent.text()).toBe('success')
  await vi.waitFor(async () => expect(await treeOf(server, CORP_GUID)).toEqual(['市场部', '研发部']), {
    timeout: 10_000,
  })
}

// Each is an installation of its own; a private one is told where its WeCom is.
test.each(['the official site', 'a private deployment'])('the guide works from end to end for %s', async () => {
  const weCom = await WeComStandIn.start(corp)
  weCom.departments = [
    { id: 1, name: 'Example', parentid: 0 },
    { id: 2, name: '研发部', parentid: 1 },
  ]
  weCom.members = [{ userid: 'ZhangSan', department: [2] }]
  const server = await startTestServer({ env: { WECOM_API_URL: weCom.url } })
  try {
    await walk(server)
  } finally {
    await server.close()
    weCom.close()
  }
})
