import { describe, expect, test } from 'vitest'
import {
  type Auth,
  authorizationCode,
  type ClientAuthentication,
  clientCredentials,
  createAccountClient,
  EnvelopeError,
  encryptPassword,
  type PasswordPadding,
  password,
  storedTokens,
  type TokenSet,
  unwrap,
} from '../../client/src/index.ts'
import { operations } from '../../generated/operations.ts'
import { calls, type EnvelopeOperation } from './every-operation.ts'

/** A server that speaks the Account API: the real one, or the mock. */
export interface AccountTarget {
  readonly baseUrl: string
  /** A client with the client credentials grant. */
  readonly trusted: ClientAuthentication & { readonly scope: string }
  /** A client with the authorization code and refresh token grants. */
  readonly site: ClientAuthentication & { readonly redirectUri: string }
  /** A user opens the address in a browser, signs in, and is sent back to the site's address, which this gives. */
  signIn(url: string): Promise<string>
  /** Signs a user in with an encrypted password; whether the server took it. Left out where nothing is decrypted. */
  readonly sendPassword?: (password: string, padding: PasswordPadding) => Promise<boolean>
  /** What the password of `sendPassword` is before it is encrypted. */
  readonly password?: string
  /** Whether tokens end when they are revoked; the mock keeps no state. */
  readonly remembersRevocation: boolean
  /** What a call of `every-operation.ts` gives; left out where that is for the data to say. */
  readonly expected?: (operation: EnvelopeOperation) => unknown
}

const demoScopes = {
  user: 'openid ZMS.Basic ZMS.UserBasic.Write ZMS.UserDetails.Read ZMS.UserDetails.Write',
  trusted: 'ZMS.Users.Read ZMS.Users.Create ZMS.Users.Write ZMS.Users.Statistics ZMS.MNS.Send',
  oem: 'ZMS.OEMUsers.Read ZMS.OEMUsers.Create ZMS.OEMUsers.Delete',
}

/** Tokens of the demo data at one server, by the first word of an operation's tag: who may call it. */
const makeCallers = (): Readonly<Record<string, Auth>> => ({
  User: user('testUserName', 'Abc.123456'),
  Back: user('admin', 'Admin.123456'),
  Trusted: clientCredentials({
    clientId: 'trustedDemo',
    clientSecret: 'trusted.Demo.2026',
    scope: demoScopes.trusted,
  }),
  OEM: clientCredentials({ clientId: 'oemDemo', clientSecret: 'oem.Demo.2026', scope: demoScopes.oem }),
})

function user(username: string, word: string): Auth {
  const application = { clientId: 'testAutoClient', clientSecret: 'testAuto.2022', scope: demoScopes.user }
  return password({ ...application, username, password: word })
}

/**
 * What the client does against a server that speaks the whole protocol.
 * @param target read in the tests, so that it may be started in a `beforeAll` of the caller
 */
export function accountSuite(target: () => AccountTarget): void {
  const scope = 'openid profile offline_access'
  const callers = makeCallers()

  async function signIn(): Promise<TokenSet> {
    const { baseUrl, site } = target()
    const flow = authorizationCode({ baseUrl, scope, ...site })
    const { url, ...saved } = await flow.begin()
    return flow.finish(await target().signIn(url), saved)
  }

  describe('the client against a server', () => {
    test('discovery', async () => {
      const { baseUrl } = target()
      const metadata = await createAccountClient({ baseUrl }).discovery()
      expect(metadata.issuer).toBe(new URL(baseUrl).origin)
      expect(metadata.token_endpoint).toBe(`${baseUrl}/connect/token`)
      const keys = await unwrap(createAccountClient({ baseUrl }).GET('/.well-known/openid-configuration/jwks'))
      expect(keys.keys.length).toBeGreaterThan(0)
    })

    test('client credentials, introspection, revocation', async () => {
      const { baseUrl, trusted, remembersRevocation } = target()
      const client = createAccountClient({ baseUrl })
      const { scope: trustedScope, ...asker } = trusted
      const grant = { grant_type: 'client_credentials', scope: trustedScope } as const
      const { accessToken: token, refreshToken } = await client.requestToken(grant, asker)
      expect(refreshToken).toBeUndefined()
      const state = await client.introspect({ token, tokenTypeHint: 'access_token', ...asker })
      expect(state).toMatchObject({ active: true, client_id: asker.clientId })
      await client.revoke({ token, ...asker })
      if (remembersRevocation) expect(await client.introspect({ token, ...asker })).toEqual({ active: false })
    })

    test("a client's own token does not open a user's endpoint", async () => {
      const { baseUrl, trusted } = target()
      const client = createAccountClient({ baseUrl, auth: clientCredentials(trusted) })
      await expect(unwrap(client.GET('/connect/userinfo'))).rejects.toMatchObject({
        name: 'OAuthError',
        operation: 'GET /connect/userinfo',
        error: 'insufficient_scope',
        status: 403,
      })
    })

    test('sign-in with code and PKCE, userinfo, refresh', async () => {
      const { baseUrl, site } = target()
      const tokens = await signIn()
      expect(tokens.idToken).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
      const user = await unwrap(
        createAccountClient({ baseUrl, auth: async () => tokens.accessToken }).GET('/connect/userinfo'),
      )
      expect(user.sub).toMatch(/^[\da-f]{8}-/)

      let stored: TokenSet = { ...tokens, renewAt: 0 }
      const auth = storedTokens({
        ...site,
        load: () => stored,
        save: (next) => {
          stored = next
        },
      })
      const client = createAccountClient({ baseUrl, auth })
      expect((await unwrap(client.GET('/connect/userinfo'))).sub).toBe(user.sub)
      expect(stored.accessToken).not.toBe(tokens.accessToken)
      expect(stored.refreshToken).not.toBe(tokens.refreshToken)
    })

    test('a token that nobody issued is refused', async () => {
      const { baseUrl } = target()
      const client = createAccountClient({ baseUrl, auth: async () => 'nobody.issued.this' })
      await expect(unwrap(client.GET('/connect/userinfo'))).rejects.toMatchObject({
        name: 'OAuthError',
        error: 'invalid_token',
        status: 401,
      })
    })

    test.each(['RSAES-PKCS1-v1_5', 'RSA-OAEP-256'] as const)('a password encrypted with %s', async (padding) => {
      const { baseUrl, sendPassword, password = 'Abc.123456' } = target()
      const pem = await unwrap(createAccountClient({ baseUrl }).GET('/Common/Getpubkeys'))
      if (!sendPassword) {
        // Where no password is decrypted, the key of the contract's example may be too small for OAEP.
        expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----/)
        return
      }
      expect(await sendPassword(await encryptPassword(pem, password, { padding }), padding)).toBe(true)
      expect(await sendPassword(await encryptPassword(pem, 'another one', { padding }), padding)).toBe(false)
    })

    test.each(Object.keys(calls) as EnvelopeOperation[])('%s', async (operation) => {
      const { baseUrl, expected } = target()
      const { tag, returnCodes } = operations[operation]
      const result = calls[operation](createAccountClient({ baseUrl, auth: callers[tag.split(' ')[0] ?? ''] }))
      if (expected) {
        expect(await result).toEqual(expected(operation))
      } else {
        // What the call gives is for the data to say; a refusal must be one that the operation documents.
        const refusal = await result.then(
          () => undefined,
          (error: unknown) => error,
        )
        if (refusal === undefined) return
        expect(refusal).toBeInstanceOf(EnvelopeError)
        expect(returnCodes.filter((code) => code !== 'NotImplemented')).toContain((refusal as EnvelopeError).symbol)
      }
    })
  })
}
