import { json } from '../answer.ts'
import { type Client, clientOf } from '../client.ts'
import type { Step } from '../face.ts'
import { Refused } from '../failure.ts'
import { fitsChallenge } from '../pkce.ts'
import type { ShortLived } from '../short-lived.ts'
import type { Tokens } from '../tokens.ts'
import type { World } from '../world.ts'
import type { CodeRecord } from './authorize.ts'
import type { UserTokens } from './user-tokens.ts'

/** What a grant yields. */
interface Granted {
  sub: string
  scope: string
  nonce?: string
  authTime?: number
  grantId?: string
}

function refuse(oauthError: string, message: string): Refused {
  return new Refused({ status: 400, oauthError, message })
}

/** `POST /api/v1/oauth2/token`: redeems codes once, and refresh tokens for new ones; any secret is right unless the mock is strict. */
export function createTokenEndpoint(
  tokens: Tokens,
  users: UserTokens,
  codes: ShortLived<CodeRecord>,
  world: World,
): Step {
  function fromCode(form: URLSearchParams, client: Client): Granted {
    const code = form.get('code')
    if (!code) throw refuse('invalid_request', 'An authorization code must be supplied.')
    const record = codes.take(code)
    const because = (reason: string) => refuse('invalid_grant', `Invalid authorization code: ${reason}`)
    if (!record) throw because('it is unknown, used or expired')
    if (record.clientId !== client.id) throw because('it was given to another client')
    if (record.redirectUri !== (form.get('redirect_uri') ?? undefined)) {
      throw because('redirect_uri is not the one of the authorization request')
    }
    if (record.challenge && !fitsChallenge(form.get('code_verifier'), record.challenge)) {
      throw because('code_verifier does not fit code_challenge')
    }
    return record
  }

  async function fromRefreshToken(form: URLSearchParams, client: Client): Promise<Granted> {
    const claims = await tokens.read('oneaccessRefresh', form.get('refresh_token') ?? '')
    if (claims?.client_id === client.id && claims.sub !== undefined)
      return {
        sub: claims.sub,
        scope: claims.scope ?? '',
        nonce: claims.nonce,
        authTime: claims.auth_time,
        grantId: claims.grant_id,
      }
    throw refuse(
      'invalid_grant',
      "Invalid refresh token: it is expired, another client's or not from this mock's start",
    )
  }

  return {
    readsItself: true,
    async answer({ form, headers: { authorization }, origin }) {
      const grantType = form.get('grant_type')
      if (!grantType) throw refuse('invalid_request', 'grant_type is missing')
      if (grantType !== 'authorization_code' && grantType !== 'refresh_token') {
        throw refuse('unsupported_grant_type', `there is no grant ${grantType}`)
      }
      const client = clientOf(form, authorization, world)
      if (!client?.authenticated) {
        const headers = { 'www-authenticate': `Basic realm="${origin}"` }
        throw new Refused({ status: 401, oauthError: 'invalid_client', message: 'Bad client credentials', headers })
      }
      const granted = grantType === 'refresh_token' ? await fromRefreshToken(form, client) : fromCode(form, client)
      return json(200, await users.all({ origin, clientId: client.id, ...granted }))
    },
  }
}
