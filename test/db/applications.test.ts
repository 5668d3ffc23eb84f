import { afterAll, beforeAll, expect, test } from 'vitest'
import { Applications } from '../../server/domain/applications/applications.ts'
import {
  members,
  type Registration,
  RegistrationError,
  registrationDefaults,
} from '../../server/domain/applications/metadata.ts'
import { readRegistration, writeRegistration } from '../../server/domain/applications/metadata-json.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
let applications: Applications
beforeAll(async () => {
  database = await createTestDatabase()
  applications = new Applications(database.db)
})
afterAll(() => database.close())

const site: Partial<Registration> = { name: 'Site', redirectUris: ['https://example.com/'] }
const backEnd: Partial<Registration> = { name: 'Back-end', grantTypes: ['client_credentials'], responseTypes: [] }

test('what does not go together is refused with its reason, and leaves nothing', async () => {
  const wrong: readonly (readonly [given: Partial<Registration>, reason: string, clientId?: string])[] = [
    [{ ...site, name: '' }, 'client_name is missing'],
    [{ name: 'A' }, 'redirect_uris must name one'],
    [{ ...backEnd, tokenEndpointAuthMethod: 'none' }, 'clients that authenticate'],
    [{ ...backEnd, tokenEndpointAuthMethod: 'private_key_jwt' }, 'jwks is missing'],
    [{ ...site, userAddressAllowed: true }, 'about the grant type password'],
    [{ ...site, tokenEndpointAuthMethod: 'none', introspectsAllTokens: true }, 'introspects_all_tokens is for clients'],
    [{ ...site, tokenEndpointAuthMethod: 'none', requirePkce: false }, 'require_pkce may be lifted'],
    [{ ...site, redirectUris: ['com.example.app:/back'] }, 'application_type native'],
    [{ ...site, responseTypes: ['id_token'] }, 'grant_types must have implicit'],
    [{ ...site, grantTypes: ['implicit'] }, 'grant_types must have authorization_code'],
    ...['http://localhost:5173/', 'https://localhost/'].map((address): [Partial<Registration>, string] => [
      { ...site, grantTypes: ['authorization_code', 'implicit'], postLogoutRedirectUris: [address] },
      'must use https, and not localhost',
    ]),
    [{ ...site, scopes: ['openid', 'offline_access'] }, 'grant_types must have refresh_token'],
    [{ ...site, grantTypes: [] }, 'grant_types must name one'],
    [site, 'look like a GUID', crypto.randomUUID()],
    [site, 'client_id must be', 'with blank'],
    [site, 'client_id must be', 'with:colon'],
  ]
  for (const [given, reason, clientId] of wrong) {
    await expect(applications.add({}, given, clientId), reason).rejects.toThrow(reason)
  }
  expect((await applications.list({ offset: 0, limit: 10 })).total).toBe(0)
})

test('every column of an application can be set, and what is written can be read again', async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_name = 'applications'",
  )
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
  const apart = [
    'clientId',
    'id',
    'secretHash',
    'formerSecretHash',
    'formerSecretUntil',
    'enabled',
    'signingPublicJwk',
    'signingPrivateKey',
    // Set by a command of its own, from a file.
    'logo',
    'logoHash',
    'createdAt',
    'updatedAt',
  ]
  expect(members.map(({ column }) => column).sort()).toEqual(
    rows
      .map(({ name }) => camel(name))
      .filter((name) => !apart.includes(name))
      .sort(),
  )
  const whole = { ...registrationDefaults, ...site, nameZh: '站点', jwks: { keys: [{ kty: 'RSA' }] } }
  const { application } = await applications.add({}, whole, 'whole')
  expect(readRegistration(writeRegistration(application))).toEqual({
    ...readRegistration(writeRegistration(whole)),
  })
})

test('of 32 that register one client id at once one gets it; 32 secrets at once leave one that is right', async () => {
  const adds = await Promise.allSettled(Array.from({ length: 32 }, () => applications.add({}, site, 'wanted')))
  expect(adds.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const made = await Promise.all(Array.from({ length: 32 }, () => applications.replaceSecret({}, 'wanted')))
  expect(new Set(made.map(({ secret }) => secret)).size).toBe(32)
  const { secretHash } = await applications.get('wanted')
  expect(made.filter(({ application }) => application.secretHash?.equals(secretHash ?? Buffer.alloc(0)))).toHaveLength(
    1,
  )
})

test('a public application has no secret to replace; becoming confidential makes one', async () => {
  await applications.add({}, { ...site, tokenEndpointAuthMethod: 'none' }, 'public')
  await expect(applications.replaceSecret({}, 'public')).rejects.toThrow(RegistrationError)
  const { secret } = await applications.change({}, 'public', { tokenEndpointAuthMethod: 'client_secret_basic' })
  expect(secret).toMatch(/^[\w-]{43}$/)
  const back = await applications.change({}, 'public', { tokenEndpointAuthMethod: 'none' })
  expect(back).toMatchObject({ secret: undefined, application: { secretHash: null } })
})
