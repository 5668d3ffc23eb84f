import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CasSite, ticketOf } from '../support/cas-site.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let site: CasSite
let person: Person

beforeAll(async () => {
  server = await startTestServer()
  site = await CasSite.start(server)
})
beforeEach(() => {
  person = new Person(server.issuer)
})
afterAll(async () => {
  site.close()
  await server.close()
})

const parse = (address: string) => new URL(address, server.issuer)

describe('an answer', () => {
  test('of CAS 1.0 is text', async () => {
    const ticket = await site.ticket(person)
    const query = new URLSearchParams({ service: site.service, ticket })
    const answer = await contractFetch(parse(`/api/v1/cas/validate?${query}`))
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await answer.text()).toBe('yes\ntestUserName\n')
    expect(await site.ask('ST-unknown', {}, 'validate')).toBe('no\n')
  })

  test('is not kept back by a parameter that nobody knows, such as those of proxies', async () => {
    for (const path of ['validate', 'serviceValidate', 'p3/serviceValidate']) {
      const parameters = { pgtUrl: 'https://site.example/pgt', ticketFormat: 'x' }
      expect(await site.ask(await site.ticket(person), parameters, path)).toContain('testUserName')
    }
  })

  test('of CAS 2.0 has no attributes', async () => {
    expect(await site.ask(await site.ticket(person), {}, 'serviceValidate')).toBe(
      '<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">\n' +
        '  <cas:authenticationSuccess>\n    <cas:user>testUserName</cas:user>\n  </cas:authenticationSuccess>\n' +
        '</cas:serviceResponse>\n',
    )
  })

  test('of CAS 3.0 has those of the sign-in and of the mapping, as JSON too', async () => {
    const mapped = await CasSite.start(server, {
      attributeMapping: { mail: 'email', tel: 'mobile', dept: 'extension.dept' },
    })
    const expected = {
      authenticationDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      longTermAuthenticationRequestTokenUsed: false,
      isFromNewLogin: true,
      mail: 'test@example.com',
      tel: '13800000001',
    }
    const { authenticationSuccess } = await mapped.validate(await mapped.ticket(person))
    expect(authenticationSuccess).toEqual({ user: 'testUserName', attributes: expected })
    const xml = await mapped.ask(await mapped.ticket(person))
    expect(xml).toContain('<cas:mail>test@example.com</cas:mail>')
    expect(xml).toContain('<cas:isFromNewLogin>false</cas:isFromNewLogin>')
    mapped.close()
  })

  test('tells of a session that outlives the browser', async () => {
    const page = await site.login(person)
    const back = await person.submit(page, { username: 'testUserName', password: 'Abc.123456', RememberLogin: 'true' })
    expect(await site.validate(ticketOf(back))).toMatchObject({
      authenticationSuccess: { attributes: { longTermAuthenticationRequestTokenUsed: true } },
    })
  })

  test('parses whatever names and values have in them', async () => {
    const value = `A&B <c> ]]> "x" \u0001\ufffe 张三`
    await server.addUser({
      userName: 'cas.<odd>&',
      displayName: value,
      password: 'Odd.2026.x',
      extension: { n: 7, o: {} },
    })
    const odd = await CasSite.start(server, {
      attributeMapping: {
        'ldap.fred@x.com': 'name',
        '1st': 'name',
        '': 'name',
        Nº: 'name',
        µm: 'name',
        n: 'extension.n',
        o: 'extension.o',
        p: 'extension.toString',
      },
    })
    const ticket = ticketOf(await person.signIn(await odd.login(person), 'cas.<odd>&', 'Odd.2026.x'))
    const xml = await odd.ask(ticket)
    const { XMLParser, XMLValidator } = await import('fast-xml-parser')
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(xml).not.toMatch(/<[^>]*[ªµº]/)
    const read = new XMLParser({ parseTagValue: false, htmlEntities: false }).parse(xml)
    const success = read['cas:serviceResponse']['cas:authenticationSuccess']
    expect(success['cas:user']).toBe('cas.<odd>&')
    const written = 'A&B <c> ]]> "x"  张三'
    expect(success['cas:attributes']).toMatchObject({
      'cas:ldap.fred_x.com': written,
      'cas:_1st': written,
      'cas:N_': written,
      'cas:_m': written,
      'cas:n': '7',
    })
    expect(Object.keys(success['cas:attributes'])).not.toContain('cas:o')
    expect(Object.keys(success['cas:attributes'])).not.toContain('cas:p')
    odd.close()
  })

  test('to what lacks something is INVALID_REQUEST, with status 200, in the form that is asked for', async () => {
    const xml = await contractFetch(parse('/api/v1/cas/serviceValidate?service=x'))
    expect([xml.status, await xml.text()]).toEqual([200, expect.stringContaining('code="INVALID_REQUEST"')])
    const json = await contractFetch(parse('/api/v1/cas/p3/serviceValidate?format=JSON&ticket=x'))
    expect([json.status, await json.json()]).toMatchObject([
      200,
      { serviceResponse: { authenticationFailure: { code: 'INVALID_REQUEST' } } },
    ])
    const text = await contractFetch(parse('/api/v1/cas/validate'))
    expect([text.status, await text.text()]).toEqual([200, 'no\n'])
  })

  test('names a ticket that it does not know as it was sent, escaped', async () => {
    const xml = await site.ask('ST-<x>&"')
    expect(xml).toContain(
      '<cas:authenticationFailure code="INVALID_TICKET">Ticket ST-&lt;x&gt;&amp;&quot; not recognized<',
    )
  })
})
