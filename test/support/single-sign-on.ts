import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { receiveLogouts } from '../oidc/support/logout-receiver.ts'
import { CasSite, ticketOf } from './cas-site.ts'
import { contractFetch } from './contract-fetch.ts'
import type { Installation } from './installation.ts'
import type { Page, Person } from './person.ts'
import { asQuery, postedBy, read, ServiceProvider } from './saml.ts'

/** An application that people reach by one protocol. */
export interface Application {
  readonly clientId: string
  /** Where a browser is sent to be let in. */
  address(): string
  /**
   * Takes what a browser has come back with, and something more that it keeps unused where the protocol has such.
   * @param node the origin of the server that the application asks
   */
  enter(back: Page, browser: Person, node: string): Promise<Stay>
  close(): void
}

/** One session of a person at an application. */
export interface Stay {
  /** What the application knows the session by. */
  readonly handle: string
  /** How often it was told that this session is over. */
  told(): number
  /** What the server says by now of everything that it gave out: all is well when it refuses everything. */
  refused(): Promise<boolean>
}

const secret = 'a secret of the application'

/** A relying party of OpenID Connect. @param path what stands before the addresses of the issuer */
async function relyingParty(server: Installation, path: '/connect' | '/api/v1/oauth2'): Promise<Application> {
  const receiver = await receiveLogouts()
  const redirectUri = 'http://localhost:5173/callback'
  const clientId = await server.addApplication({
    secret,
    requirePkce: false,
    firstParty: true,
    scopes: ['openid'],
    backchannelLogoutUri: receiver.uri,
    backchannelLogoutSessionRequired: true,
  })
  const query = { response_type: 'code', client_id: clientId, scope: 'openid', redirect_uri: redirectUri }
  const address = () => `${path}/authorize?${new URLSearchParams(query)}`
  const codeOf = ({ url }: Page) => url.searchParams.get('code') ?? ''
  const logouts = () => receiver.received.map(({ form }) => decodeJwt(form.get('logout_token') ?? ''))
  return {
    clientId,
    address,
    enter: async (back, browser, node) => {
      const ask = async (form: Record<string, string>) => {
        const headers = { authorization: `Basic ${btoa(`${clientId}:${encodeURIComponent(secret)}`)}` }
        const body = new URLSearchParams({ redirect_uri: redirectUri, ...form })
        const answer = await contractFetch(new URL(`${path}/token`, node), { method: 'POST', headers, body })
        return { status: answer.status, body: (await answer.json()) as Record<string, string> }
      }
      const redeem = (code: string) => ask({ grant_type: 'authorization_code', code })
      const { body: tokens } = await redeem(codeOf(back))
      const { iss, sid } = decodeJwt(tokens.id_token ?? '')
      const unused = codeOf(await browser.visit(address()))
      const userInfo = async () => {
        const headers = { authorization: `Bearer ${tokens.access_token}` }
        return (await contractFetch(new URL(`${path}/userinfo`, node), { headers })).status
      }
      expect([typeof sid, unused, await userInfo()]).toEqual(['string', expect.stringMatching(/./), 200])
      return {
        handle: String(sid),
        told: () =>
          logouts().filter((logout) => logout.iss === iss && logout.aud === clientId && logout.sid === sid).length,
        refused: async () => {
          const { refresh_token: token } = tokens
          const refresh = token ? (await ask({ grant_type: 'refresh_token', refresh_token: token })).status : 400
          return (await userInfo()) === 401 && refresh === 400 && (await redeem(unused)).status === 400
        },
      }
    },
    close: () => receiver.close(),
  }
}

/** A site of CAS. */
async function casSite(server: Installation): Promise<Application> {
  const site = await CasSite.start(server)
  const address = () => site.loginAddress()
  return {
    clientId: site.clientId,
    address,
    enter: async (back, browser, node) => {
      const accepted = async (ticket: string) => {
        const query = new URLSearchParams({ service: site.service, ticket })
        const answer = await contractFetch(new URL(`/api/v1/cas/p3/serviceValidate?${query}`, node))
        return (await answer.text()).includes('<cas:authenticationSuccess>')
      }
      const ticket = ticketOf(back)
      expect(await accepted(ticket)).toBe(true)
      const unused = ticketOf(await browser.visit(address()))
      return {
        handle: ticket,
        told: () => site.logouts.filter((request) => request.includes(`>${ticket}<`)).length,
        refused: async () => !(await accepted(unused)),
      }
    },
    close: () => site.close(),
  }
}

/** A service provider of SAML, whose assertions nobody asks about once they are given. */
async function serviceProvider(server: Installation): Promise<Application> {
  const receiver = await receiveLogouts()
  const provider = await ServiceProvider.register(server, { samlBackchannelLogoutUrl: receiver.uri })
  return {
    clientId: provider.clientId,
    address: () => `${new URL(provider.signOn).pathname}?${asQuery(provider.request())}`,
    enter: async (back) => {
      const index = read(postedBy(back).xml, 'AuthnStatement')?.getAttribute('SessionIndex') ?? ''
      expect(index).not.toBe('')
      return {
        handle: index,
        told: () => receiver.received.filter(({ form }) => `${form}`.includes(encodeURIComponent(`>${index}<`))).length,
        refused: async () => true,
      }
    },
    close: () => receiver.close(),
  }
}

/** By what protocols people reach applications: each makes one that listens. */
export const protocols = {
  'the Account issuer': (server: Installation) => relyingParty(server, '/connect'),
  'the OneAccess issuer': (server: Installation) => relyingParty(server, '/api/v1/oauth2'),
  CAS: casSite,
  SAML: serviceProvider,
} as const satisfies Record<string, (server: Installation) => Promise<Application>>

export type Protocol = keyof typeof protocols
