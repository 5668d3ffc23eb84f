import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UploadedFile } from '../../server/contract/types.ts'
import type { Handler } from '../../server/handlers/types.ts'
import { startTinyApp, stubs, type TinyApp } from './tiny-app.ts'

let app: TinyApp
let uploads: (readonly UploadedFile[])[] = []
let received: unknown[] = []

const uploadProfileImage = (({ files, body }) => {
  uploads.push(files)
  received.push(body)
  throw new Error('seen')
}) satisfies Handler<'uploadProfileImage'>

const receiveWecomCallback: Handler<'receiveWecomCallback'> = ({ body }) => {
  received.push(body)
  return { status: 200, body: 'success' }
}

const listUserGuids: Handler<'listUserGuids'> = ({ query }) => ({
  status: 200,
  body: { status: 0, message: 'success', error: null, data: [], totalNum: 0, ...query },
})

beforeAll(async () => {
  app = await startTinyApp({ handlers: { ...stubs, uploadProfileImage, receiveWecomCallback, listUserGuids } })
})
afterAll(() => app.close())

const picture = new File([Uint8Array.of(0x89, 0x50, 0, 0x47)], 'a.png', { type: 'image/png' })

function formOf(...parts: [string, string | File][]): FormData {
  const form = new FormData()
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, value)
  }
  return form
}

async function upload(body: BodyInit, headers: Record<string, string> = {}): Promise<number> {
  uploads = []
  received = []
  const authorization = 'Bearer with-ZMS.UserBasic.Write'
  const response = await fetch(`${app.origin}/api/v1.0/user/profileImage`, {
    method: 'POST',
    body,
    headers: { authorization, ...headers },
  })
  await response.arrayBuffer()
  return response.status
}

describe('a multipart body', () => {
  it('comes to the handler as files', async () => {
    expect(await upload(formOf(['file', picture]))).toBe(500)
    expect(received).toEqual([{ file: '' }])
    expect(uploads).toEqual([
      [{ field: 'file', filename: 'a.png', mediaType: 'image/png', content: Buffer.from([0x89, 0x50, 0, 0x47]) }],
    ])
  })

  it.each([
    ['a text where the file belongs', formOf(['file', 'text'])],
    ['a file that is not documented', formOf(['file', picture], ['other', picture])],
    ['a text that is not documented', formOf(['file', picture], ['other', 'text'])],
    ['two files of one name', formOf(['file', picture], ['file', picture])],
    ['no file', formOf()],
  ])('is refused with %s', async (_what, form) => {
    expect(await upload(form)).toBe(400)
    expect(uploads).toEqual([])
  })

  it('is refused when it is malformed', async () => {
    expect(await upload('--x\r\nnonsense', { 'content-type': 'multipart/form-data; boundary=x' })).toBe(400)
    expect(await upload('--x--', { 'content-type': 'multipart/form-data' })).toBe(400)
  })

  it('is refused when a file is larger than the contract allows, or the whole larger than that', async () => {
    const file = (bytes: number) => new File([new Uint8Array(bytes)], 'a.png')
    expect(await upload(formOf(['file', file(5_242_880)]))).toBe(500)
    expect(await upload(formOf(['file', file(5_242_881)]))).toBe(413)
    expect(await upload(formOf(['file', file(6_000_000)]))).toBe(413)
  })

  it('is not read from callers who are not known', async () => {
    expect(
      await upload('--x\r\nnonsense', { 'content-type': 'multipart/form-data; boundary=x', authorization: '' }),
    ).toBe(401)
    expect(await upload(formOf(['file', picture]), { authorization: 'Bearer nobody' })).toBe(401)
    expect(await upload(formOf(['file', picture]), { authorization: 'Bearer other' })).toBe(403)
  })
})

describe('an XML body', () => {
  const path = `/api/v1.0/wecom/callback?msg_signature=${'a'.repeat(40)}&timestamp=1409659589&nonce=1`
  const send = (body: BodyInit) =>
    fetch(app.origin + path, { method: 'POST', body, headers: { 'content-type': 'text/xml; charset=utf-8' } })

  it('comes to the handler as a text, which is answered with one', async () => {
    received = []
    const response = await send('<xml>企业</xml>')
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'success',
    ])
    expect(received).toEqual(['<xml>企业</xml>'])
  })

  it('is refused when it is not UTF-8, holds a NUL byte or is too large', async () => {
    const statuses = [Uint8Array.of(0xff), 'a\0', 'x'.repeat(70_000)].map(async (body) => (await send(body)).status)
    expect(await Promise.all(statuses)).toEqual([400, 400, 413])
  })
})

describe('a body that is far too large', () => {
  it('is told so while it is sent: the answer is not lost with the connection', async () => {
    const path = `/api/v1.0/wecom/callback?msg_signature=${'a'.repeat(40)}&timestamp=1409659589&nonce=1`
    const headers = { 'content-type': 'text/xml' }
    for (let times = 0; times < 20; times++) {
      const answer = await fetch(app.origin + path, { method: 'POST', headers, body: new Uint8Array(8_000_000) })
      expect(answer.status).toBe(413)
      expect(await answer.text()).toContain('PayloadTooLarge')
    }
  })

  it('is not read for ever', async () => {
    const { port } = new URL(app.origin)
    const socket = connect(Number(port), '127.0.0.1')
    const closed = once(socket, 'close')
    socket.on('error', () => {})
    socket.write('POST /connect/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n')
    socket.write('Transfer-Encoding: chunked\r\n\r\n')
    const sending = setInterval(() => socket.write(`10000\r\n${'a'.repeat(65_536)}\r\n`), 20)
    socket.resume()
    await closed
    clearInterval(sending)
  })
})

describe('pages', () => {
  const headers = { authorization: 'Bearer client-ZMS.Users.Read' }
  const get = (query: string) => fetch(`${app.origin}/api/v1.0/trusted/users/guids${query}`, { headers })

  it('are numbered, with defaults', async () => {
    expect(await (await get('')).json()).toMatchObject({ pageNum: 1, pageSize: 50 })
    expect(await (await get('?pageNum=3&pageSize=200')).json()).toMatchObject({ pageNum: 3, pageSize: 200 })
  })

  it.each(['?pageNum=0', '?pageSize=201', '?pageSize=0', '?pageNum=x'])('refuse %s', async (query) => {
    expect((await get(query)).status).toBe(400)
  })
})
