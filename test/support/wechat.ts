import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody at WeChat; the unified id is missing where the site is in no group of applications. */
export interface WeChatPerson {
  readonly openid: string
  readonly unionid?: string
  readonly nickname?: string
}

/** A stand-in that speaks WeChat's documented interfaces for web sites. */
export class WeChatStandIn {
  readonly url: string
  readonly appId = 'wx0123456789abcdef'
  readonly secret = randomUUID()
  /** What is answered instead, by path. */
  instead: ((path: string) => unknown) | undefined
  readonly #codes = new Map<string, WeChatPerson>()
  readonly #tokens = new Map<string, WeChatPerson>()
  readonly #server

  private constructor(server: ReturnType<typeof createServer>, url: string) {
    this.#server = server
    this.url = url
  }

  static async start(): Promise<WeChatStandIn> {
    const server = createServer()
    server.listen(0, 'localhost')
    await once(server, 'listening')
    const standIn = new WeChatStandIn(server, `http://localhost:${(server.address() as AddressInfo).port}`)
    server.on('request', (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', standIn.url)
      const body = standIn.instead?.(pathname) ?? standIn.#answer(pathname, searchParams)
      // Somebody who never answers.
      if (body === 'silence') return
      // WeChat says that its JSON is plain text.
      response.setHeader('content-type', 'text/plain').end(typeof body === 'string' ? body : JSON.stringify(body))
    })
    return standIn
  }

  /** The person scans the code on the page and agrees. @returns the code that the browser brings back */
  agree(person: WeChatPerson): string {
    const code = randomUUID()
    this.#codes.set(code, person)
    return code
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #answer(path: string, query: URLSearchParams): unknown {
    if (path === '/sns/oauth2/access_token') {
      const code = query.get('code') ?? ''
      const person = this.#codes.get(code)
      this.#codes.delete(code)
      if (query.get('appid') !== this.appId || query.get('secret') !== this.secret) {
        return { errcode: 40013, errmsg: 'invalid appid' }
      }
      if (!person || query.get('grant_type') !== 'authorization_code') return { errcode: 40029, errmsg: 'invalid code' }
      const token = randomUUID()
      this.#tokens.set(token, person)
      const { openid, unionid } = person
      return {
        access_token: token,
        expires_in: 7200,
        refresh_token: randomUUID(),
        openid,
        scope: 'snsapi_login',
        unionid,
      }
    }
    const person = this.#tokens.get(query.get('access_token') ?? '')
    if (path !== '/sns/userinfo' || person?.openid !== query.get('openid')) {
      return { errcode: 40003, errmsg: 'invalid openid' }
    }
    return { nickname: 'WeChat', sex: 0, headimgurl: '', privilege: [], ...person }
  }
}
