import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request that the stand-in took for genuine. */
export interface SmsCall {
  readonly provider: 'aliyun' | 'tencent'
  readonly fields: Readonly<Record<string, unknown>>
}

/** A stand-in of both SMS providers that verifies signatures as they document them. */
export interface SmsProviders {
  readonly url: string
  readonly calls: SmsCall[]
  /** What the next calls are answered with, in order; then they are taken. */
  readonly answers: (string | 'silence')[]
  close(): void
}

export const smsKey = { id: 'AKIDexample', secret: 'the-secret-of-the-stand-in' }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

interface Received {
  readonly method: string
  readonly query: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** The request as both providers' signature versions 3 write it down to be signed. */
function canonical({ method, query, headers, body }: Received, signed: string): string {
  const lines = signed
    .split(';')
    // Tencent signs the value of this one in lower case.
    .map((name) => `${name}:${name === 'x-tc-action' ? String(headers[name]).toLowerCase() : headers[name]}\n`)
    .join('')
  return [method, '/', query, lines, signed, sha256(body)].join('\n')
}

function fromAliyun(request: Received): SmsCall | undefined {
  const { headers, query } = request
  const authorization = headers.authorization ?? ''
  const [, id, signed = '', signature] =
    /^ACS3-HMAC-SHA256 Credential=(\w+),SignedHeaders=([\w;-]+),Signature=([0-9a-f]{64})$/.exec(authorization) ?? []
  const needed = [
    'host',
    'x-acs-action',
    'x-acs-content-sha256',
    'x-acs-date',
    'x-acs-signature-nonce',
    'x-acs-version',
  ]
  const age = Date.now() - Date.parse(String(headers['x-acs-date']))
  const expected = hmac(smsKey.secret, `ACS3-HMAC-SHA256\n${sha256(canonical(request, signed))}`).toString('hex')
  const genuine =
    id === smsKey.id &&
    needed.every((name) => signed.split(';').includes(name)) &&
    Math.abs(age) < 15 * 60_000 &&
    headers['x-acs-content-sha256'] === sha256(request.body) &&
    signature === expected
  return genuine ? { provider: 'aliyun', fields: Object.fromEntries(new URLSearchParams(query)) } : undefined
}

function fromTencent(request: Received): SmsCall | undefined {
  const { headers, body } = request
  const timestamp = Number(headers['x-tc-timestamp'])
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const [, id, scope, signed = '', signature] =
    /^TC3-HMAC-SHA256 Credential=(\w+)\/([\w/-]+), SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? []
  const key = hmac(hmac(hmac(`TC3${smsKey.secret}`, day), 'sms'), 'tc3_request')
  const text = ['TC3-HMAC-SHA256', timestamp, `${day}/sms/tc3_request`, sha256(canonical(request, signed))].join('\n')
  const genuine =
    id === smsKey.id &&
    scope === `${day}/sms/tc3_request` &&
    /(?:^|;)content-type;host(?:;|$)/.test(signed) &&
    Math.abs(Date.now() / 1000 - timestamp) < 300 &&
    signature === hmac(key, text).toString('hex')
  return genuine ? { provider: 'tencent', fields: JSON.parse(body) as Record<string, unknown> } : undefined
}

export async function startSmsProviders(): Promise<SmsProviders> {
  const calls: SmsCall[] = []
  const answers: string[] = []
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString('utf8')
    const query = request.url?.split('?')[1] ?? ''
    const received = { method: request.method ?? '', query, headers: request.headers, body }
    const ofTencent = request.headers['x-tc-action'] !== undefined
    const call = ofTencent ? fromTencent(received) : fromAliyun(received)
    const answer = call ? answers.shift() : 'SignatureDoesNotMatch'
    if (answer === 'silence') return void response.destroy()
    if (call && answer === undefined) calls.push(call)
    const code = answer ?? (ofTencent ? 'Ok' : 'OK')
    const said = ofTencent
      ? { Response: call ? { SendStatusSet: [{ Code: code }] } : { Error: { Code: code } } }
      : { Code: code, Message: code }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(said))
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    calls,
    answers,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
