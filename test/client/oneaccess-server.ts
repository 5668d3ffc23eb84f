import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { createOneAccessClient, type OneAccessClient, type OneAccessClientOptions } from '../../client/src/index.ts'
import type { ProtocolServer, ScriptedAnswer, SeenRequest } from './protocol-server.ts'

export const management = { clientId: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', clientSecret: 'oneaccess.Demo.2026' }
export const application = { clientId: management.clientId, tenantId: '08f770f51f80d2f40f38c00cb199fd21' }
export const device = {
  operatingSystemVersion: 'Android 10',
  fingerprint: '156aysdna213sc50',
  ip: '10.10.10.1',
  agent: 'Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36',
}

/** A client with everything given once. */
export function oneAccess(server: ProtocolServer, more: Partial<OneAccessClientOptions> = {}): OneAccessClient {
  const { baseUrl } = server
  return createOneAccessClient({ baseUrl, management, application, device, retry: { initialDelay: 1 }, ...more })
}

/** An answer of a failed call below `/api/v2`. */
export function failure(error_code: string, status = 400, headers: Record<string, string> = {}): ScriptedAnswer {
  return { status, headers, body: { error_code, error_msg: `${error_code} in words` } }
}

/** Numbers the credentials it issues: the n-th is `access-n`. */
export function issueCredentials(server: ProtocolServer, expiresIn = 1800): void {
  let issued = 0
  server.on('POST /api/v2/tenant/token', () => {
    issued += 1
    return { body: { access_token: `access-${issued}`, token_type: 'Bearer', expires_in: expiresIn, scope: 'all' } }
  })
}

/** What a signature says. */
export interface SeenSignature {
  readonly sessionToken: string
  readonly timestamp: number
  readonly nonce: string
}

/** The side of the server that knows the private key. */
export interface SigningServer {
  /** Publishes a key, and the time as that of this machine plus so many milliseconds. */
  publish(clockAhead?: number): void
  /** Publishes another key from now on. */
  changeKey(): void
  /** Reads the signature of a request; undefined when it was made for another key. */
  read(request: SeenRequest): SeenSignature | undefined
}

/** Lets a protocol server take part in signatures. */
export function signingServer(server: ProtocolServer): SigningServer {
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
  let keys = pair()
  return {
    publish(clockAhead = 0) {
      server.on('GET /api/v2/sdk/server-date', () => ({ body: { timestamp: String(Date.now() + clockAhead) } }))
      server.on('GET /api/v2/sdk/public-key', () => ({
        body: { public_key: keys.publicKey.export({ type: 'spki', format: 'pem' }) },
      }))
    },
    changeKey() {
      keys = pair()
    },
    read({ headers }) {
      const options = { key: keys.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
      let text: string
      try {
        text = privateDecrypt(options, Buffer.from(headers['x-signature'] ?? '', 'base64')).toString()
      } catch {
        return undefined
      }
      const parts = new URLSearchParams(text)
      return {
        sessionToken: parts.get('session_token') ?? '',
        timestamp: Number(parts.get('timestamp')),
        nonce: parts.get('nonce') ?? '',
      }
    },
  }
}
