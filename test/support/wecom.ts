import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { encrypt, getSignature } from '@wecom/crypto'

/** A department as `department/list` answers it. */
export interface StandInDepartment {
  readonly id: number
  readonly name: string
  readonly parentid: number
  readonly order?: number
}

/** A member as `user/list` answers it. */
export interface StandInMember {
  readonly userid: string
  readonly name?: string
  readonly department: readonly number[]
  readonly main_department?: number
}

/** What an enterprise's administrator copies from WeCom into the link, and what WeCom signs and encrypts with. */
export interface StandInCorp {
  readonly corpId: string
  readonly secret: string
  readonly token: string
  /** The `EncodingAESKey`. */
  readonly key: string
}

/** An enterprise with secrets that nobody else has. */
export function newCorp(corpId = `ww${randomBytes(8).toString('hex')}`): StandInCorp {
  return {
    corpId,
    secret: randomBytes(20).toString('base64url'),
    token: randomBytes(8).toString('hex'),
    key: randomBytes(32).toString('base64').slice(0, 43),
  }
}

const now = () => String(Math.floor(Date.now() / 1000))

/** The query that WeCom signs a cipher text with. */
export function signedQuery(corp: StandInCorp, cipherText: string, timestamp = now()): Record<string, string> {
  const nonce = randomBytes(5).toString('hex')
  return { msg_signature: getSignature(corp.token, timestamp, nonce, cipherText), timestamp, nonce }
}

/** A call-back as WeCom makes one: the query and the body. */
export function callback(
  corp: StandInCorp,
  content: string,
  { receiveId = corp.corpId, timestamp }: { receiveId?: string; timestamp?: string } = {},
): { query: Record<string, string>; body: string } {
  const cipherText = encrypt(corp.key, content, receiveId)
  return { query: signedQuery(corp, cipherText, timestamp), body: envelope(receiveId, cipherText) }
}

/** The XML around a cipher text. */
export function envelope(receiveId: string, cipherText: string): string {
  return `<xml><ToUserName><![CDATA[${receiveId}]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID><Encrypt><![CDATA[${cipherText}]]></Encrypt></xml>`
}

/** The XML of a change of departments or members. */
export function changeXml(corpId: string, changeType: string, fields: Record<string, string | number>, time = now()) {
  const parts = Object.entries(fields).map(([name, value]) =>
    typeof value === 'number' ? `<${name}>${value}</${name}>` : `<${name}><![CDATA[${value}]]></${name}>`,
  )
  return `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>${time}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_contact]]></Event><ChangeType><![CDATA[${changeType}]]></ChangeType>${parts.join('')}</xml>`
}

/** A stand-in that speaks WeCom's documented HTTP interfaces. */
export class WeComStandIn {
  readonly url: string
  /** How often each interface was called. */
  readonly calls = new Map<string, number>()
  departments: StandInDepartment[] = [{ id: 1, name: 'Example', parentid: 0 }]
  members: StandInMember[] = []
  /** Codes of the sign-in page that are still good, and whom they stand for. */
  readonly codes = new Map<string, string>()
  /** Called before every answer; what it gives is answered instead. */
  interfere: ((path: string) => Promise<unknown> | unknown) | undefined
  /** Whether no token is ever good. */
  refusesEveryToken = false
  readonly #corp: StandInCorp
  readonly #server
  #token: string | undefined

  private constructor(corp: StandInCorp, server: ReturnType<typeof createServer>, url: string) {
    this.#corp = corp
    this.#server = server
    this.url = url
  }

  static async start(corp: StandInCorp): Promise<WeComStandIn> {
    const server = createServer()
    server.listen(0, 'localhost')
    await once(server, 'listening')
    const standIn = new WeComStandIn(corp, server, `http://localhost:${(server.address() as AddressInfo).port}`)
    server.on('request', (request, response) => {
      void standIn.#answer(new URL(request.url ?? '/', standIn.url), response)
    })
    return standIn
  }

  /** Every token so far is over, as after two hours. */
  expireTokens(): void {
    this.#token = undefined
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #answer({ pathname, searchParams }: URL, response: ServerResponse): Promise<void> {
    const name = pathname.replace('/cgi-bin/', '')
    this.calls.set(name, (this.calls.get(name) ?? 0) + 1)
    const other = await this.interfere?.(name)
    // A network takes a moment, in which others call too.
    await delay(5)
    const body = other ?? this.#bodyOf(name, searchParams)
    response.setHeader('content-type', 'application/json').end(typeof body === 'string' ? body : JSON.stringify(body))
  }

  #bodyOf(name: string, query: URLSearchParams): unknown {
    if (name === 'gettoken') {
      const right = query.get('corpid') === this.#corp.corpId && query.get('corpsecret') === this.#corp.secret
      if (!right) return { errcode: 40013, errmsg: 'invalid corpid' }
      this.#token ??= randomUUID()
      return { errcode: 0, errmsg: 'ok', access_token: this.#token, expires_in: 7200 }
    }
    if (this.refusesEveryToken) return { errcode: 40001, errmsg: 'invalid credential' }
    if (this.#token === undefined || query.get('access_token') !== this.#token) {
      return { errcode: 42001, errmsg: 'access_token expired' }
    }
    switch (name) {
      case 'department/list':
        return { errcode: 0, errmsg: 'ok', department: this.departments }
      case 'user/list': {
        const id = Number(query.get('department_id'))
        return { errcode: 0, errmsg: 'ok', userlist: this.members.filter(({ department }) => department.includes(id)) }
      }
      case 'auth/getuserinfo': {
        const userid = this.codes.get(query.get('code') ?? '')
        this.codes.delete(query.get('code') ?? '')
        return userid === undefined ? { errcode: 40029, errmsg: 'invalid code' } : { errcode: 0, errmsg: 'ok', userid }
      }
      default:
        return { errcode: 404, errmsg: 'no such interface' }
    }
  }
}
