import { afterAll, beforeAll, expect, test } from 'vitest'
import { managementToken, personToken } from '../support/api.ts'
import { type Bucket, bucketEnvironment, startBucket } from '../support/bucket.ts'
import { eventNetworks, ListeningApplication } from '../support/event-receiver.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { Person } from '../support/person.ts'
import { plain } from '../support/pictures.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type SmsProviders, smsKey, startSmsProviders } from '../support/sms-providers.ts'
import { throughProvider } from '../support/third-parties.ts'
import { WeChatStandIn } from '../support/wechat.ts'
import { newCorp, WeComStandIn } from '../support/wecom.ts'
import { type Manner, type Misbehaving, startMisbehaving } from './support/misbehaving.ts'
import { atPart, percentiles, report, short } from './support/report.ts'

const manners: readonly Manner[] = short
  ? ['silent', 'flooding']
  : ['silent', 'reset', 'dripping', 'garbage', 'flooding']
/** How long the others behave so, in milliseconds, each time. */
const lasts = short ? 4_000 : 15_000
const password = 'Password.of.the.test.1'

let mail: MailServer
let sms: SmsProviders
let weChat: WeChatStandIn
let weCom: WeComStandIn
let bucket: Bucket
let others: Misbehaving
let server: TestServer
let application: ListeningApplication
let picture: Uint8Array<ArrayBuffer>

const portOf = (url: string) => Number(new URL(url).port)

beforeAll(async () => {
  const corp = newCorp()
  mail = await startMailServer()
  sms = await startSmsProviders()
  weChat = await WeChatStandIn.start()
  weCom = await WeComStandIn.start(corp)
  bucket = await startBucket()
  // The application's own port is known when it listens, which takes a server: so it is asked for the proxy's by name.
  others = await startMisbehaving(mail.port, ...[sms.url, weChat.url, weCom.url, bucket.endpoint].map(portOf))
  const [mailPort, smsPort, weChatPort, weComPort, bucketPort] = others.ports
  server = await startTestServer({
    env: {
      SEED: 'none',
      ...eventNetworks,
      SMTP_URL: `smtp://localhost:${mailPort}`,
      SMTP_TLS: 'off',
      MAIL_FROM: 'account@example.com',
      SMS_PROVIDER: 'aliyun',
      SMS_URL: `http://localhost:${smsPort}`,
      SMS_ACCESS_KEY_ID: smsKey.id,
      SMS_ACCESS_KEY_SECRET: smsKey.secret,
      SMS_SIGN_NAME: 'Test',
      SMS_TEMPLATES: 'code=T,notice=N',
      WECHAT_APP_ID: weChat.appId,
      WECHAT_APP_SECRET: weChat.secret,
      WECHAT_API_URL: `http://localhost:${weChatPort}`,
      WECOM_CORP_ID: corp.corpId,
      WECOM_AGENT_ID: '1000002',
      WECOM_SECRET: corp.secret,
      WECOM_API_URL: `http://localhost:${weComPort}`,
      ...bucketEnvironment({ endpoint: `http://localhost:${bucketPort}` }),
    },
  })
  application = await ListeningApplication.start(server)
  picture = new Uint8Array(await plain(60, 60, 'red').png().toBuffer())
})
afterAll(async () => {
  await application.close()
  await server.close()
  others.close()
  for (const one of [mail, sms, weChat, weCom, bucket]) one.close()
})

/** Somebody signs in by password, again and again. @returns how long each took, in milliseconds */
async function signIns(until: number): Promise<number[]> {
  const times: number[] = []
  while (performance.now() < until) {
    const began = performance.now()
    await personToken(server, 'openid')
    times.push(performance.now() - began)
  }
  return times
}

let people = 0
/** One of each that calls somebody outside; the same for whoever asks, however that one behaves. */
async function callOutside(): Promise<void> {
  people += 1
  const userName = `outside-${people}`
  const contact = { email: `${userName}@example.com`, itc: '+86', phone: String(13_900_000_000 + people) }
  await server.addUser({ userName, password, ...contact })
  const token = await personToken(server, 'openid ZMS.UserDetails.Write ZMS.UserBasic.Write', userName, password)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  for (const type of ['Email', 'Phone']) {
    const body = JSON.stringify({ type, purpose: 'VerifyIdentity' })
    const sent = await fetch(`${server.issuer}/api/v1.0/user/verificationCode`, { method: 'POST', headers, body })
    expect(sent.status).toBe(200)
  }
}

/** Those who wait for somebody outside in their own request: what they are answered, and after how long at most. */
async function waitForOutside(): Promise<{ statuses: Set<number>; longest: number }> {
  const statuses = new Set<number>()
  let longest = 0
  const timed = async (work: () => Promise<number>) => {
    const began = performance.now()
    statuses.add(await work())
    longest = Math.max(longest, performance.now() - began)
  }
  const token = await personToken(server, 'openid ZMS.UserBasic.Write')
  const through = (provider: 'WeChat' | 'WeCom', code: string) => async () => {
    const person = new Person(server.issuer)
    return (await throughProvider(person, await person.visit('/Account/Login'), provider, { code })).status
  }
  await Promise.all([
    timed(through('WeChat', weChat.agree({ openid: 'somebody' }))),
    timed(through('WeCom', 'any')),
    timed(async () => {
      const body = new FormData()
      body.append('file', new Blob([picture]), 'me.png')
      const headers = { authorization: `Bearer ${token}` }
      return (await fetch(`${server.issuer}/api/v1.0/user/profileImage`, { method: 'POST', body, headers })).status
    }),
  ])
  return { statuses, longest }
}

const count = (lists: readonly string[]) => ({ all: lists.length, different: new Set(lists).size })

test('while those outside are slow or dead, people sign in as ever; what waited is done afterwards, once', async () => {
  const management = await managementToken(server)
  const headers = { authorization: `Bearer ${management}`, 'content-type': 'application/json' }
  let told = 0
  const tell = async () => {
    told += 1
    const body = JSON.stringify({
      user_name: `told-${told}`,
      org_code: '10000',
      name: 'Told',
      mobile: String(13_300_000_000 + told),
    })
    const made = await fetch(`${server.issuer}/api/v2/tenant/users`, { method: 'POST', headers, body })
    expect([made.status, await made.text()]).toEqual([201, expect.anything()])
  }
  const calm = await signIns(performance.now() + lasts)
  const figures = [`nobody: ${percentiles(calm)}`]
  for (const manner of manners) {
    await others.behave(manner)
    application.interfere =
      manner === 'silent' || manner === 'dripping' ? () => true : (_, response) => Boolean(response.destroy())
    const rss = process.memoryUsage.rss()
    const waiting = waitForOutside()
    for (let n = 0; n < 6; n += 1) await Promise.all([callOutside(), tell()])
    const times = await signIns(performance.now() + lasts)
    const { statuses, longest } = await waiting
    const grown = Math.round((process.memoryUsage.rss() - rss) / 2 ** 20)
    figures.push(
      `${manner}: ${percentiles(times)}, ${(atPart(times, 0.99) / atPart(calm, 0.99)).toFixed(1)} of calm; ` +
        `callers got ${[...statuses].join(', ')} within ${(longest / 1000).toFixed(1)} s; memory ${grown < 0 ? '' : '+'}${grown} MB`,
    )
    // Nobody waits for good: two calls of ten seconds each, and what else there is to do.
    expect(longest).toBeLessThan(60_000)
    expect(grown).toBeLessThan(300)
  }
  await others.behave('well')
  application.interfere = undefined
  const began = performance.now()
  const patience = { timeout: 120_000, interval: 200 }
  await expect
    .poll(() => count(mail.mails.map(({ to }) => String(to))), patience)
    .toEqual({ all: people, different: people })
  await expect
    .poll(() => count(sms.calls.map(({ fields }) => String(fields.PhoneNumbers))), patience)
    .toEqual({ all: people, different: people })
  await expect
    .poll(() => application.taken.filter(({ type }) => type === 'CREATE_USER').length, patience)
    .toBeGreaterThanOrEqual(told)
  const { statuses } = await waitForOutside()
  report(
    'others slow or dead',
    ...figures,
    `all that waited was done ${((performance.now() - began) / 1000).toFixed(0)} s after; then callers got ${[...statuses].join(', ')}`,
  )
})
