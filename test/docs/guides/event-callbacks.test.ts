import { createHmac } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEventReceiver, type EventReceiver } from '../../../client/src/index.ts'
import { decryptData, type EventChanges, encryptData, eventRequest } from '../../client/event-sender.ts'
import { temporaryDirectory } from '../../setup/temporary.ts'
import { codeOf } from './guides.ts'
import { java, python } from './programs.ts'
import { type RunningReceiver, receiverAt, serve, startProgram } from './receivers.ts'
import { runBlocks } from './shell.ts'

const code = (language: string, which?: string) => codeOf('oneaccess', 'event-callbacks', language, which)
const token = 'callback.Token.2026'
const encryptionKey = 'Encryption.Key16'
const signatureKey = 'Signature.Key-16'
const callback = { token, encryptionKey, signatureKey }

const envelope = JSON.parse(code('json', '"nonce"')) as { eventType: 'CREATE_USER'; data: string }
const success = JSON.parse(code('json', '"code"')) as Record<string, string>

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
const place = (name: string) => join(directory.path, name)
/** What was started, to be stopped at the end. */
const running: RunningReceiver[] = []

beforeAll(async () => {
  directory = await temporaryDirectory()
  const entry = new URL('../../../client/src/index.ts', import.meta.url).href
  await writeFile(place('receiver.ts'), code('ts').replaceAll('@openaccount/client', entry))
  await writeFile(place('receiver.py'), code('python'))
  await writeFile(place('CallbackCrypto.java'), code('java'))
})
afterAll(async () => {
  await Promise.all(running.map((receiver) => receiver.stop()))
  await directory.remove()
})

async function started(receiver: Promise<RunningReceiver>): Promise<string> {
  const { origin } = running[running.push(await receiver) - 1] as RunningReceiver
  return origin
}

/** The receivers of the guide that this machine can run, configured with all three secrets. */
const receivers: [string, () => Promise<EventReceiver>][] = [
  [
    'TypeScript',
    async () => {
      const module: { receive: EventReceiver } = await import(
        /* @vite-ignore */ pathToFileURL(place('receiver.ts')).href
      )
      return module.receive
    },
  ],
]
if (python.isPresent) {
  const keys = `CALLBACK_ENCRYPTION_KEY=${encryptionKey} CALLBACK_SIGNATURE_KEY=${signatureKey}`
  const command = `CALLBACK_TOKEN=${token} ${keys} python3 receiver.py`
  receivers.push(['Python', async () => receiverAt(await started(startProgram(command, directory.path)))])
}

describe.each(receivers)('the receiver in %s', (_, start) => {
  let receive: EventReceiver
  beforeAll(async () => {
    receive = await start()
  })

  /** Sends an event; gives the answer, with its data decrypted. */
  async function send(eventType: string, message: object | string, changes?: EventChanges) {
    const text = typeof message === 'string' ? message : JSON.stringify(message)
    const response = await receive(eventRequest(callback, eventType, text, changes))
    const answer = (await response.json()) as { code: string; message: string; data?: string }
    expect(answer.code).toBe(String(response.status))
    return { ...answer, ...(answer.data !== undefined && { data: decryptData(answer.data, encryptionKey) }) }
  }

  test.each(['CHECK_URL', 'CHECK_URL '])('answers %j with its own text', async (eventType) => {
    expect(await send(eventType, '随机 text')).toEqual({ ...success, data: '随机 text' })
  })

  test('creates the user of the sample, changes and deletes it', async () => {
    const created = await send(envelope.eventType, envelope.data)
    expect(created).toEqual({ ...success, data: expect.stringMatching(/^\{"id": ?"[\w-]+"\}$/) })
    const { id } = JSON.parse(created.data ?? '') as { id: string }
    const changed = await send('UPDATE_USER', { id, username: 'lisi', disabled: true })
    expect(JSON.parse(changed.data ?? '')).toEqual({ id })
    expect(await send('DELETE_USER', { id })).toEqual({ code: '200', message: 'success' })
    expect((await send('UPDATE_USER', { id, username: 'lisi', disabled: true })).code).toBe('404')
  })

  test('refuses what is not from the platform, is old, or cannot be read', async () => {
    const wrong = encryptData('hello', 'Another.Key-0016')
    const signed = (body: Record<string, unknown>) => {
      const text = `${body.nonce}&${body.timestamp}&${body.eventType}&${wrong}`
      Object.assign(body, { data: wrong, signature: createHmac('sha256', signatureKey).update(text).digest('base64') })
    }
    const refusals: [string, EventChanges][] = [
      ['401', { authorization: 'Bearer another' }],
      ['401', { tamper: (body) => Object.assign(body, { data: encryptData('hello', encryptionKey) }) }],
      ['401', { timestamp: Date.now() - 3_600_000 }],
      ['400', { tamper: signed }],
    ]
    for (const [expected, changes] of refusals) expect((await send('CHECK_URL', 'hi', changes)).code).toBe(expected)
    expect((await send('RENAME_USER', {})).code).toBe('400')
  })
})

test('the sample of an event, as it is printed, gets the sample of an answer', async () => {
  const receive = createEventReceiver({ token, on: { CREATE_USER: () => ({ id: '18a174c88de251cd' }) } })
  const headers = { Authorization: `Bearer ${token}` }
  const request = new Request('http://localhost/callback', { method: 'POST', headers, body: JSON.stringify(envelope) })
  expect(await (await receive(request)).json()).toEqual(success)
})

const withoutEncryption: [string, () => Promise<RunningReceiver>][] = [
  ['the SDK', () => serve(createEventReceiver({ token, signatureKey, on: {} }))],
]
if (python.isPresent) {
  withoutEncryption.push(['Python', () => startProgram(code('text', 'python3 receiver.py'), directory.path)])
}

test.each(withoutEncryption)('the event signed and sent in the shell is taken by %s', async (_, start) => {
  const origin = await started(start())
  const call = code('text', 'curl').replace('http://localhost:8000', origin)
  const [, outcome] = await runBlocks([code('sh', 'openssl dgst'), call], '', directory.path)
  expect(outcome?.status).toBe('200')
  expect(JSON.parse(outcome?.stdout ?? '')).toEqual({ ...success, data: 'hello' })
})

if (java.isPresent) {
  test('CallbackCrypto in Java is understood by the platform, and understands it', { timeout: 120_000 }, async () => {
    await java.compile(place('CallbackCrypto.java'))
    const crypto = (...args: string[]) => java.run('-cp', directory.path, 'CallbackCrypto', ...args)
    const message = '{"name":"张三","email":"a&b@example.com"}'

    const signed = ['x7Kd02mQpL9vTz4a', '1573784783795', 'CREATE_USER ', message]
    const signature = createHmac('sha256', signatureKey).update(signed.join('&')).digest('base64')
    expect(await crypto('sign', signatureKey, ...signed)).toBe(signature)

    expect(await crypto('decrypt', encryptionKey, encryptData(message, encryptionKey))).toBe(message)

    const data = await crypto('encrypt', encryptionKey, message)
    expect(decryptData(data, encryptionKey)).toBe(message)
    // IV, 16 letters, `&`, message, tag.
    expect(Buffer.from(data, 'base64')).toHaveLength(12 + 16 + 1 + Buffer.byteLength(message) + 16)
  })
}
