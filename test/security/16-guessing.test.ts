import { verify } from '@node-rs/argon2'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultSignInLimits, type SignInLimits } from '../../server/domain/sign-in/limits.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type Door, doors, openSignIn, submitUserLogin } from './support/doors.ts'
import { atOnce, post } from './support/flow.ts'

vi.mock('@node-rs/argon2', async (load) => {
  const argon2 = await load<typeof import('@node-rs/argon2')>()
  return { ...argon2, verify: vi.fn(argon2.verify) }
})

const password = 'A password 1.'
const wide = { attempts: 10_000, seconds: 600 }
const everyDoor = Object.entries(doors) as [keyof typeof doors, Door][]

const servers: TestServer[] = []
async function start(
  limits: Partial<SignInLimits>,
  more: Parameters<typeof startTestServer>[0] = {},
): Promise<TestServer> {
  const signInLimits = { accountAndAddress: wide, address: wide, account: wide, ...limits }
  const server = await startTestServer({ signInLimits, trustProxy: 1, ...more })
  servers.unshift(server)
  return server
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** Signs in by the password grant from an address, as a proxy in front tells it. */
async function from(address: string, server: TestServer, name: string, attempted: string): Promise<number> {
  const fields = { grant_type: 'password', username: name, password: attempted }
  const authorization = `Basic ${Buffer.from('testAutoClient:testAuto.2022').toString('base64')}`
  return (await post(server.issuer, '/connect/token', fields, { authorization, 'x-forwarded-for': address })).status
}

describe('what an answer tells', () => {
  let server: TestServer
  beforeEach(async () => {
    server = await start({})
    await server.addUser({
      userName: 'knownPerson1',
      password,
      email: 'known1@example.com',
      itc: '+86',
      phone: '13911112222',
    })
    await server.addUser({ userName: 'noPassword11' })
    await server.addUser({ userName: 'lockedPerson', password, accountState: 'Locked' })
  })

  test.each(everyDoor)(
    '16: at the %s an unknown user, a wrong password and all the rest look alike',
    async (_name, door) => {
      const wrong = await door(server.issuer, 'knownPerson1', 'wrong')
      expect(wrong.signedIn).toBe(false)
      for (const name of [
        'unknownName1',
        'noPassword11',
        'lockedPerson',
        'known1@example.com',
        'nobody@example.com',
        '13911112222',
        '13900000000',
      ]) {
        expect([name, await door(server.issuer, name, 'wrong')]).toEqual([name, wrong])
      }
      expect((await door(server.issuer, 'knownPerson1', password)).signedIn).toBe(true)
    },
  )

  test.each(everyDoor)('16: at the %s an empty password tells nothing either', async (name, door) => {
    const known = await door(server.issuer, 'knownPerson1', '')
    expect(await door(server.issuer, 'unknownName1', '')).toEqual(known)
    expect(known.signedIn).toBe(false)
    // RFC 6749 section 3.1: at the token endpoint a parameter without a value is one that was left out.
    if (name !== 'grant') expect(known).toEqual(await door(server.issuer, 'knownPerson1', 'wrong'))
  })

  test.each(everyDoor)(
    '16: at the %s every attempt costs exactly one password hash of the same cost',
    async (_name, door) => {
      const costs = new Set<string>()
      for (const [name, attempted] of [
        ['knownPerson1', 'wrong'],
        ['knownPerson1', password],
        ['unknownName1', 'wrong'],
        ['noPassword11', 'wrong'],
        ['lockedPerson', password],
      ] as const) {
        vi.mocked(verify).mockClear()
        await door(server.issuer, name, attempted)
        const hashes = vi.mocked(verify).mock.calls.map(([hash]) => String(hash))
        expect([name, hashes.length]).toEqual([name, 1])
        costs.add(hashes[0]?.split('$').slice(1, 4).join('$') ?? '')
      }
      expect([...costs]).toEqual(['argon2id$v=19$m=19456,t=2,p=1'])
    },
  )

  test('16: so does a password that cannot be decrypted', async () => {
    vi.mocked(verify).mockClear()
    const visitor = await openSignIn(server.issuer)
    for (const name of ['knownPerson1', 'unknownName1']) {
      await submitUserLogin(server.issuer, visitor, { name, encrypted: 'AAAA' })
    }
    expect(verify).toHaveBeenCalledTimes(2)
  })

  test('16: an account out of use is told only to who knows its password', async () => {
    const outcome = await doors.page(server.issuer, 'lockedPerson', password)
    expect(outcome.signedIn).toBe(false)
    expect(outcome).not.toEqual(await doors.page(server.issuer, 'lockedPerson', 'wrong'))
  })
})

describe('limits', () => {
  test('16: one account from one address: after the last attempt the right password is refused too, at every door', async () => {
    const server = await start({ accountAndAddress: { attempts: 3, seconds: 600 } })
    await server.addUser({ userName: 'guessed', password })
    for (const [, door] of everyDoor) expect((await door(server.issuer, 'guessed', 'wrong')).status).toBeLessThan(429)
    for (const [, door] of everyDoor) {
      const outcome = await door(server.issuer, 'guessed', password)
      expect([outcome.status, outcome.signedIn, outcome.headers.includes('retry-after')]).toEqual([429, false, true])
    }
  })

  test.each([
    ['user name', ['guessed', 'GUESSED', ' ｇuessed\u3000'], ['guessed', 'Guessed', 'gue\u00adssed']],
    ['mail address', ['a@example.com', 'A@EXAMPLE.com', 'a＠example.com'], ['a@example.com', ' a@example.com']],
    [
      'phone number',
      ['13911112222', '+8613911112222', '139 1111 2222'],
      ['１３９１１１１２２２２', '0086 139-1111-2222'],
    ],
  ])('16: the spelling of a %s opens no further attempts', async (_kind, wrong, right) => {
    const server = await start({ accountAndAddress: { attempts: 3, seconds: 600 } })
    await server.addUser({ userName: 'guessed', password, email: 'a@example.com', itc: '+86', phone: '13911112222' })
    for (const name of wrong) expect(await from('203.0.113.5', server, name, 'wrong')).toBe(400)
    for (const name of right) expect(await from('203.0.113.5', server, name, password)).toBe(429)
  })

  test('16: the limits tell neither who has an account nor which name, number and address are one person’s', async () => {
    const limits = { accountAndAddress: { attempts: 3, seconds: 600 }, account: { attempts: 7, seconds: 600 } }
    const server = await start(limits)
    await server.addUser({ userName: 'somebody', password, email: 's@example.com', itc: '+86', phone: '13911112222' })
    /** Guesses by each of three names, at several addresses, the last of which the person has signed in from. */
    const walk = async (names: readonly string[]) => {
      const answers = []
      for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.9']) {
        for (const name of names) {
          for (let guess = 0; guess < 4; guess += 1) answers.push(await from(address, server, name, `wrong ${guess}`))
        }
      }
      return answers.join(' ')
    }
    expect(await from('203.0.113.9', server, 'somebody', password)).toBe(200)
    const known = await walk(['somebody', '+86 139 1111 2222', 'S@example.com'])
    expect(await walk(['nobody', '139-3333-4444', 'n@example.com'])).toBe(known)
    expect(known).toContain('429 400')
    expect(await from('203.0.113.9', server, 'somebody', password)).toBe(429)
  })

  test('16: an unknown name meets the same limit, so that it does not stand out', async () => {
    const server = await start({ accountAndAddress: { attempts: 3, seconds: 600 } })
    await server.addUser({ userName: 'knownPerson1', password })
    const walk = async (name: string) => {
      const outcomes = []
      for (let attempt = 0; attempt < 5; attempt += 1) outcomes.push(await doors.grant(server.issuer, name, 'wrong'))
      return outcomes
    }
    expect(await walk('unknownName1')).toEqual(await walk('knownPerson1'))
    expect(await doors.grant(server.issuer, 'UNKNOWNNAME1', 'wrong')).toMatchObject({ status: 429 })
  })

  test('16: one address, whatever the account: spraying one password over many meets it', async () => {
    const server = await start({ address: { attempts: 5, seconds: 600 } })
    await server.addUser({ userName: 'last', password })
    for (let index = 0; index < 5; index += 1)
      expect(await from('203.0.113.1', server, `name${index}`, 'wrong')).toBe(400)
    expect(await from('203.0.113.1', server, 'last', password)).toBe(429)
    expect(await from('203.0.113.2', server, 'last', password)).toBe(200)
    // What was refused or right leaves no row: five names, each alone and with the address, and the address.
    expect((await server.database.pool.query('select from rate_limits')).rowCount).toBe(11)
  })

  test('16: the addresses of one IPv6 network are one caller, those of another are not', async () => {
    const server = await start({ address: { attempts: 3, seconds: 600 } })
    for (const host of ['1', '2:3', 'ffff:ffff:ffff:ffff']) {
      expect(
        await from(
          `2001:db8:0:7::${host}`.replace('::ffff:ffff:ffff:ffff', ':ffff:ffff:ffff:ffff'),
          server,
          'nobody',
          'wrong',
        ),
      ).toBe(400)
    }
    expect(await from('2001:db8:0:7:a:b:c:d', server, 'nobody', 'wrong')).toBe(429)
    expect(await from('2001:db8:0:8::1', server, 'nobody', 'wrong')).toBe(400)
  })

  test('16: one account from all addresses, but for those its owner has signed in from', async () => {
    const server = await start({ account: { attempts: 4, seconds: 600 } })
    await server.addUser({ userName: 'victim', password })
    expect(await from('198.51.100.7', server, 'victim', password)).toBe(200)
    for (let index = 0; index < 4; index += 1) {
      expect(await from(`203.0.113.${index}`, server, 'victim', 'wrong')).toBe(400)
    }
    expect(await from('203.0.113.99', server, 'victim', password)).toBe(429)
    // Nobody locks the owner out.
    expect(await from('198.51.100.7', server, 'victim', password)).toBe(200)
    // A wrong password is answered there as anywhere: nobody learns whose network it is.
    expect(await from('198.51.100.7', server, 'victim', 'wrong')).toBe(429)
    expect(await from('198.51.100.7', server, 'victim', password)).toBe(200)
    // And what the owner does opens nothing for strangers.
    expect(await from('203.0.113.98', server, 'victim', password)).toBe(429)
  })

  test('16: the owner’s network is known, not the one address of it', async () => {
    const server = await start({ account: { attempts: 2, seconds: 600 } })
    await server.addUser({ userName: 'victim', password })
    expect(await from('2001:db8:0:7::1', server, 'victim', password)).toBe(200)
    for (const host of ['1', '2']) expect(await from(`203.0.113.${host}`, server, 'victim', 'wrong')).toBe(400)
    expect(await from('2001:db8:0:7:a:b:c:d', server, 'victim', password)).toBe(200)
    expect(await from('2001:db8:0:8::1', server, 'victim', password)).toBe(429)
  })

  test('16: a site of 65536 networks meets limits of its own, for one account and for all', async () => {
    const few = { attempts: 3, seconds: 600 }
    const server = await start({ accountAndSite: few, site: { attempts: 5, seconds: 600 } })
    for (const network of ['a', 'b', 'c']) {
      expect(await from(`2001:db8:1:${network}::1`, server, 'nobody', 'wrong')).toBe(400)
    }
    expect(await from('2001:db8:1:d::1', server, 'nobody', 'wrong')).toBe(429)
    expect(await from('2001:db8:1:d::1', server, 'other1', 'wrong')).toBe(400)
    expect(await from('2001:db8:1:e::1', server, 'other2', 'wrong')).toBe(400)
    expect(await from('2001:db8:1:f::1', server, 'other3', 'wrong')).toBe(429)
    expect(await from('2001:db8:2:f::1', server, 'nobody', 'wrong')).toBe(400)
  })

  test('16: one address, or one site, locks nobody out elsewhere: what is refused does not count', async () => {
    const server = await start(defaultSignInLimits)
    await server.addUser({ userName: 'victim', password })
    const statuses = []
    for (let guess = 0; guess < 60; guess += 1) statuses.push(await from('203.0.113.5', server, 'victim', `${guess}`))
    for (let guess = 0; guess < 60; guess += 1) {
      statuses.push(await from(`2001:db8:1:${guess}::1`, server, 'victim', `${guess}`))
    }
    expect(statuses.filter((status) => status === 400)).toHaveLength(10 + 20)
    expect(await from('198.51.100.7', server, 'victim', password)).toBe(200)
  })

  test("16: an address is the owner's only after the owner's success", async () => {
    const server = await start({ account: { attempts: 2, seconds: 600 } })
    await server.addUser({ userName: 'victim', password })
    await server.addUser({ userName: 'attacker', password })
    expect(await from('203.0.113.5', server, 'attacker', password)).toBe(200)
    for (const attempted of ['wrong', 'wrong']) expect(await from('203.0.113.5', server, 'victim', attempted)).toBe(400)
    expect(await from('203.0.113.5', server, 'victim', password)).toBe(429)
  })

  test('16: signing in to an account of one’s own buys no further guesses at others', async () => {
    const server = await start({
      address: { attempts: 5, seconds: 600 },
      accountAndAddress: { attempts: 3, seconds: 600 },
    })
    await server.addUser({ userName: 'victim', password })
    await server.addUser({ userName: 'attacker', password })
    const statuses = []
    for (let round = 0; round < 4; round += 1) {
      statuses.push(await from('203.0.113.5', server, 'victim', 'wrong'))
      await from('203.0.113.5', server, 'attacker', password)
    }
    expect(statuses).toEqual([400, 400, 400, 429])
  })

  test('16: a success forgives the attempts of that account from that address', async () => {
    const server = await start({ accountAndAddress: { attempts: 3, seconds: 600 } })
    await server.addUser({ userName: 'clumsy', password })
    for (let round = 0; round < 3; round += 1) {
      for (const attempted of ['wrong', 'wrong', password]) {
        expect(await from('203.0.113.5', server, 'clumsy', attempted)).toBe(attempted === password ? 200 : 400)
      }
    }
  })

  test('16: 50 guesses at once, on two nodes, get no more than the limit looked at', async () => {
    const server = await start({ accountAndAddress: { attempts: 5, seconds: 600 } })
    const otherNode = await start({ accountAndAddress: { attempts: 5, seconds: 600 } }, { beside: server })
    await server.addUser({ userName: 'guessed', password })
    vi.mocked(verify).mockClear()
    const nodes = [server, otherNode]
    const statuses = await atOnce(50, (index) =>
      from('203.0.113.5', nodes[index % 2] ?? server, 'guessed', `wrong ${index}`),
    )
    expect(statuses.filter((status) => status === 400)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(45)
    expect(verify).toHaveBeenCalledTimes(5)
    for (const node of nodes) expect(await from('203.0.113.5', node, 'guessed', password)).toBe(429)
  })

  test.each([0, 4])('16: 32 right passwords at once, on two nodes, all pass, %i failures before', async (failures) => {
    const server = await start({ accountAndAddress: { attempts: 5, seconds: 600 } })
    const otherNode = await start({ accountAndAddress: { attempts: 5, seconds: 600 } }, { beside: server })
    await server.addUser({ userName: 'busy', password })
    for (let index = 0; index < failures; index += 1) await from('203.0.113.5', server, 'busy', 'wrong')
    const nodes = [server, otherNode]
    const statuses = await atOnce(32, (index) => from('203.0.113.5', nodes[index % 2] ?? server, 'busy', password))
    expect(statuses).toEqual(Array.from({ length: 32 }, () => 200))
    expect((await server.database.pool.query('select from rate_limits')).rowCount).toBe(failures && 2)
  })

  test('16: 32 people at once from one address, or one person from 32, meet no limit with right passwords', async () => {
    const server = await start({ address: { attempts: 3, seconds: 600 }, account: { attempts: 3, seconds: 600 } })
    const names = Array.from({ length: 32 }, (_, index) => `person${index}`)
    for (const userName of names) await server.addUser({ userName, password })
    const office = await atOnce(32, (index) => from('203.0.113.5', server, names[index] ?? '', password))
    const traveller = await atOnce(32, (index) => from(`198.51.100.${index}`, server, 'person0', password))
    expect(new Set([...office, ...traveller])).toEqual(new Set([200]))
  })

  test('16: 32 guesses at once at one account from as many addresses are looked at no more than the limit says', async () => {
    const server = await start({ account: { attempts: 5, seconds: 600 } })
    await server.addUser({ userName: 'guessed', password })
    const statuses = await atOnce(32, (index) => from(`198.51.100.${index}`, server, 'guessed', `wrong ${index}`))
    expect(statuses.filter((status) => status === 400)).toHaveLength(5)
    expect(await from('198.51.100.99', server, 'guessed', password)).toBe(429)
  })

  test('16: a limited attempt costs no password hash, and every attempt is written down', async () => {
    const server = await start({ accountAndAddress: { attempts: 1, seconds: 600 } })
    await server.addUser({ userName: 'guessed', password })
    for (const attempted of ['wrong', 'wrong', password]) await from('203.0.113.5', server, 'guessed', attempted)
    const records = await server.database.db
      .selectFrom('loginRecords')
      .select(['reason', 'succeeded', 'attempts'])
      .orderBy('createdAt')
      .execute()
    // Refusals of one network are one row a window, which counts them.
    expect(records.map(({ reason, attempts }) => [reason, attempts])).toEqual([
      ['invalid', 1],
      ['limited', 2],
    ])
    expect(records.every(({ succeeded }) => !succeeded)).toBe(true)
  })

  /** Types a device's code in from an address: the status of the page that comes. */
  const typeCode = async (server: TestServer, address: string, user_code: string): Promise<number> => {
    const page = new URL('/connect/device', server.issuer)
    page.searchParams.set('user_code', user_code)
    return (await fetch(page, { headers: { 'x-forwarded-for': address } })).status
  }

  test('16: codes of devices cannot be tried without end either, from one address or from one site', async () => {
    const server = await start({})
    const wrong = await atOnce(70, () => typeCode(server, '203.0.113.5', 'BBBB-BBBB'))
    expect(wrong.filter((status) => status === 200)).toHaveLength(60)
    expect(wrong.filter((status) => status === 429)).toHaveLength(10)
    for (let network = 0; network < 5; network += 1) {
      await atOnce(60, (index) => typeCode(server, `2001:db8:7:${network}::${index + 1}`, 'BBBB-BBBB'))
    }
    expect(await typeCode(server, '2001:db8:7:99::1', 'BBBB-BBBB')).toBe(429)
    expect(await typeCode(server, '2001:db8:8:99::1', 'BBBB-BBBB')).toBe(200)
  })

  test('16: codes that devices have are not counted, however many people behind one address type them in', async () => {
    const server = await start({})
    const clientId = await server.addApplication({
      grantTypes: ['urn:ietf:params:oauth:grant-type:device_code'],
      responseTypes: [],
      redirectUris: [],
    })
    const answer = await post(server.issuer, '/connect/deviceauthorization', { client_id: clientId, scope: 'openid' })
    const { user_code } = (await answer.json()) as { user_code: string }
    for (const status of await atOnce(70, () => typeCode(server, '203.0.113.5', user_code))) expect(status).toBe(200)
  })
})
