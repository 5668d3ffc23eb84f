import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { contractFetch } from './contract-fetch.ts'
import type { Installation } from './installation.ts'
import type { Page, Person } from './person.ts'

/** What is asked of the sign-in, or of a validation. */
type Parameters = Record<string, string>

/** A site that people sign in to by CAS, listening at its service address. */
export class CasSite {
  readonly server: Installation
  readonly service: string
  readonly clientId: string
  /** The logout requests that were posted to it. */
  readonly logouts: string[] = []
  readonly #http: Server

  private constructor(server: Installation, http: Server, service: string, clientId: string) {
    this.server = server
    this.#http = http
    this.service = service
    this.clientId = clientId
  }

  /**
   * @param path path and query of its address
   * @param answer the status it answers logout requests with; undefined lets them hang
   */
  static async start(
    server: Installation,
    {
      path = '/cas/',
      answer = 200,
      attributeMapping = {},
    }: { path?: string; answer?: number | undefined; attributeMapping?: Record<string, string> } = {},
  ): Promise<CasSite> {
    const http = createServer(async (request, response) => {
      const form = new URLSearchParams(await text(request))
      site.logouts.push(form.get('logoutRequest') ?? '')
      if (answer !== 0) response.writeHead(answer).end()
    })
    http.listen(0, 'localhost')
    await once(http, 'listening')
    const service = `http://localhost:${(http.address() as AddressInfo).port}${path}`
    const clientId = await server.addApplication({ casServices: [service], attributeMapping })
    const site = new CasSite(server, http, service, clientId)
    return site
  }

  /** The address that a browser is sent to. */
  loginAddress(parameters: Parameters = {}): string {
    return `/api/v1/cas/login?${new URLSearchParams({ service: this.service, ...parameters })}`
  }

  /** Sends a browser to sign in; it comes to the sign-in page, or back here. */
  login(person: Person, parameters: Parameters = {}): Promise<Page> {
    return person.visit(this.loginAddress(parameters))
  }

  /** The ticket that a browser comes back with. */
  async ticket(person: Person, parameters: Parameters = {}): Promise<string> {
    const page = await this.login(person, parameters)
    const back = page.url.href.startsWith(this.service) ? page : await person.signIn(page)
    return ticketOf(back)
  }

  /** What the server says about a ticket, as text. */
  async ask(ticket: string, parameters: Parameters = {}, path = 'p3/serviceValidate'): Promise<string> {
    const query = new URLSearchParams({ service: this.service, ticket, ...parameters })
    const answer = await contractFetch(new URL(`/api/v1/cas/${path}?${query}`, this.server.issuer))
    return answer.text()
  }

  /** The same as JSON. */
  async validate(ticket: string, parameters: Parameters = {}): Promise<CasAnswer> {
    return (JSON.parse(await this.ask(ticket, { format: 'JSON', ...parameters })) as { serviceResponse: CasAnswer })
      .serviceResponse
  }

  close(): void {
    this.#http.closeAllConnections()
    this.#http.close()
  }
}

export interface CasAnswer {
  readonly authenticationSuccess?: { readonly user: string; readonly attributes?: Readonly<Record<string, unknown>> }
  readonly authenticationFailure?: { readonly code: string; readonly description: string }
}

/** The ticket in the address that a browser has come to. */
export function ticketOf({ url }: Page): string {
  const ticket = url.searchParams.get('ticket')
  if (!ticket) throw new Error(`there is no ticket in ${url}`)
  return ticket
}
