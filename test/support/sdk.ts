import { signSessionToken } from '../../client/src/index.ts'
import { type Answer, ask } from './api.ts'
import type { Installation } from './installation.ts'
import { codeFor } from './outbox.ts'

/** The application of the demo data. */
export const demoApplication = 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'

/** What a failure below /api/v2 says. */
export interface ErrorCode {
  readonly error_code: string
  readonly error_msg: string
}

interface Asked {
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** An app on one device, which calls the SDK interfaces as the reference has it (section 1.2). */
export class AppDevice {
  readonly server: Installation
  readonly clientId: string
  readonly fingerprint: string
  #key: Promise<string> | undefined

  constructor(
    server: Installation,
    { clientId = demoApplication, fingerprint = crypto.randomUUID() }: { clientId?: string; fingerprint?: string } = {},
  ) {
    this.server = server
    this.clientId = clientId
    this.fingerprint = fingerprint
  }

  get headers(): Record<string, string> {
    return {
      'X-operating-sys-version': 'Android 10',
      'X-device-fingerprint': this.fingerprint,
      'X-agent': 'test app',
      'X-client-id': this.clientId,
    }
  }

  /** Calls an interface below /api/v2/sdk/. */
  call<Body = ErrorCode>(method: string, path: string, { body, headers = {} }: Asked = {}): Promise<Answer<Body>> {
    const asked = { ...(body !== undefined && { body }), headers: { ...this.headers, ...headers } }
    return ask<Body>(this.server, method, `/api/v2/sdk/${path}`, asked)
  }

  post<Body = ErrorCode>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.call<Body>('POST', path, { body, headers })
  }

  /** A captcha and where its piece belongs, which demo mode tells. */
  async captcha(): Promise<{ token: string; x: number; picture: Buffer; piece: Buffer }> {
    const { body } = await this.call<CaptchaBody>('GET', 'captcha')
    const { body: told } = await ask<{ x: number }>(this.server, 'GET', `/dev/captcha?token=${body.token}`)
    const [picture, piece] = [body.originalImageBase64, body.jigsawImageBase64].map((text) =>
      Buffer.from(text, 'base64'),
    ) as [Buffer, Buffer]
    return { token: body.token, x: told.x, picture, piece }
  }

  /** Checks a captcha with the piece at that place. */
  verify(token: string, x: number, sender: string): Promise<Answer<{ captcha_token: string } & ErrorCode>> {
    return this.post('captcha/verify', { token, sender, point_json: JSON.stringify({ x, y: 5 }) })
  }

  /** What a passed captcha gives. */
  async pass(sender: string): Promise<string> {
    const { token, x } = await this.captcha()
    return (await this.verify(token, x, sender)).body.captcha_token
  }

  /** The header that proves who is signed in, new each time. */
  async signed(
    sessionToken: string,
    proof: { timestamp?: number; nonce?: string } = {},
  ): Promise<Record<string, string>> {
    this.#key ??= this.call<{ public_key: string }>('GET', 'public-key').then(({ body }) => body.public_key)
    const { timestamp = Date.now(), nonce } = proof
    return { 'X-signature': await signSessionToken({ publicKey: await this.#key, sessionToken, timestamp, nonce }) }
  }

  /** Calls an interface for whoever is signed in. */
  async signedCall<Body = ErrorCode>(
    sessionToken: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer<Body>> {
    const headers = await this.signed(sessionToken)
    return this.call<Body>(method, path, { headers, ...(body !== undefined && { body }) })
  }

  /** Signs in with a password. */
  login(user_name: string, password: string): Promise<Answer<LoginAnswer>> {
    return this.post<LoginAnswer>('login', { user_name, password })
  }

  /** The session token of a sign-in that succeeds at once. */
  async session(user_name = 'zhangsan', password = 'Zhangsan.2026'): Promise<string> {
    const { body } = await this.login(user_name, password)
    if (!body.session_token) throw new Error(`no session (${body.status ?? body.error_code})`)
    return body.session_token
  }

  /** Asks for a code, with a captcha first. */
  async send(mobile: string, type: string): Promise<Answer<ErrorCode | undefined>> {
    return this.post('sms/send', { mobile, type, captcha_token: await this.pass(mobile) })
  }

  /** The whole chain: captcha, its check, the message. */
  async smsCode(mobile: string, type: string): Promise<string> {
    const { status } = await this.send(mobile, type)
    if (status !== 200) throw new Error(`no code was sent (${status})`)
    return codeFor(this.server, mobile)
  }
}

/** What the tests read of a captcha. */
interface CaptchaBody {
  readonly token: string
  readonly originalImageBase64: string
  readonly jigsawImageBase64: string
}

/** What came of a step of a sign-in. */
export interface LoginAnswer extends Partial<ErrorCode> {
  readonly status?: string
  readonly session_token?: string
  readonly id_token?: string
  readonly expire?: number
  readonly state_token?: string
  readonly data?: string
}
