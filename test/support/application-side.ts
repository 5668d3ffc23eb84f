import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { type Answer, ask } from './api.ts'
import { contractFetch } from './contract-fetch.ts'
import type { Installation } from './installation.ts'

/** A refusal of the management interfaces, in English. */
export interface Refusal {
  readonly error_code: string
  readonly error_msg: string
}

/** An application that manages what it has of its own, and how it asks for that. */
export interface ManagingApplication {
  readonly id: string
  readonly clientId: string
  /** Asks below its own address. */
  side<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body & Refusal>>
  /** Asks any management interface. */
  tenant<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body & Refusal>>
}

/** Registers an application with every permission code, the attributes `age` and `nickname`, and whatever is said. */
export async function managingApplication(
  server: Installation,
  settings: Parameters<Installation['addApplication']>[0] = {},
): Promise<ManagingApplication> {
  const secret = randomUUID()
  const id = randomUUID()
  const clientId = await server.addApplication({
    id,
    secret,
    grantTypes: ['client_credentials'],
    responseTypes: [],
    permissionCodes: ['all'],
    accountAttributes: ['age', 'nickname'],
    ...settings,
  })
  const answer = await contractFetch(`${server.issuer}/api/v2/tenant/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }),
  })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  const tenant: ManagingApplication['tenant'] = (method, path, body) =>
    ask(server, method, `/api/v2/tenant${path}`, { token, body })
  return { id, clientId, tenant, side: (method, path, body) => tenant(method, `/applications/${id}${path}`, body) }
}

/** How a refusal is asked for: status and code. */
export const refused = (code: string) => ({ status: 400, body: { error_code: code, error_msg: expect.any(String) } })

/** Does the same thing that often at once. */
export const atOnce = <T>(times: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, n) => work(n)))
