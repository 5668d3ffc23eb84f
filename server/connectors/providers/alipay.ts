import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { CodeVerifier, ProvenIdentity } from '../../domain/providers/identity-provider.ts'
import { CodeRefused, ProviderError } from '../../domain/providers/provider-error.ts'
import { getText } from './get-json.ts'

/** What Alipay is asked with. */
export interface AlipaySettings {
  readonly appId: string
  /** Base64 of a PKCS #8 key, as Alipay's own tool makes it. */
  readonly privateKey: string
  /** Base64 of Alipay's public key (SubjectPublicKeyInfo), as its console shows it. */
  readonly publicKey: string
  readonly apiOrigin: string
}

const method = 'alipay.system.oauth.token'
const answerName = 'alipay_system_oauth_token_response'
/** The code of a person is none, used or too old. */
const wrongCode = 'isv.code-invalid'

/** Sign-in with the app of Alipay: its code is exchanged at the gateway, signed with RSA2 in both directions. */
export class Alipay implements CodeVerifier {
  readonly name = 'Alipay'
  readonly #appId: string
  readonly #origin: string
  readonly #privateKey: KeyObject
  readonly #publicKey: KeyObject

  constructor({ appId, privateKey, publicKey, apiOrigin }: AlipaySettings) {
    this.#appId = appId
    this.#origin = apiOrigin
    this.#privateKey = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
    this.#publicKey = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  }

  async identify(code: string): Promise<ProvenIdentity<'Alipay'>> {
    const text = await getText(this.#origin, '/gateway.do', this.#signed({ grant_type: 'authorization_code', code }))
    const { error_response: refusal } = objectOf(text)
    if (refusal) {
      const { code: number, sub_code: reason } = refusal as { code?: unknown; sub_code?: unknown }
      const Refusal = reason === wrongCode ? CodeRefused : ProviderError
      throw new Refusal(`Alipay refused ${method}`, { code: Number(number) })
    }
    const { user_id: userId, open_id: openId } = objectOf(this.#signedPart(text))
    const [id, unified] = [textOf(openId) ?? textOf(userId), textOf(userId)]
    if (!id) throw new ProviderError('Alipay answered a code in another form than documented')
    return { provider: this.name, appId: this.#appId, appOpenId: id, externalId: unified }
  }

  #signed(fields: Readonly<Record<string, string>>): Record<string, string> {
    // Beijing has no summer time.
    const timestamp = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
    const shared = { app_id: this.#appId, method, charset: 'utf-8', sign_type: 'RSA2', version: '1.0', timestamp }
    const all: Record<string, string> = { ...shared, ...fields }
    const text = Object.keys(all)
      .sort()
      .map((name) => `${name}=${all[name]}`)
      .join('&')
    return { ...all, sign: sign('sha256', Buffer.from(text), this.#privateKey).toString('base64') }
  }

  /** What is signed is the text of the answer itself, as it stands there; nothing else that stands beside it is read. */
  #signedPart(text: string): string {
    const start = text.indexOf(`"${answerName}":`) + answerName.length + 3
    const end = text.lastIndexOf(',"sign":')
    const { sign: signature } = objectOf(text)
    const signed = text.slice(start, end)
    const proof = Buffer.from(typeof signature === 'string' ? signature : '', 'base64')
    if (verify('sha256', Buffer.from(signed), this.#publicKey, proof)) return signed
    throw new ProviderError('an answer of Alipay is not signed by it')
  }
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch {
    // What is no JSON.
  }
  throw new ProviderError('Alipay answered without a JSON object')
}

const textOf = (value: unknown) =>
  typeof value === 'string' && value !== '' && value.length <= 512 ? value : undefined
