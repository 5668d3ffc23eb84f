import { toBase64 } from '../base64.ts'
import type { operations } from '../generated/account.ts'

/** How a client proves who it is. A public client has only its id. */
export interface ClientAuthentication {
  readonly clientId: string
  readonly clientSecret?: string | undefined
  /** How the secret is sent; must be what the client is registered for. `client_secret_post` when left out. */
  readonly clientSecretMethod?: 'client_secret_post' | 'client_secret_basic' | undefined
  /** Makes a fresh JWT signed with the client's key, for clients registered with `private_key_jwt` (RFC 7523). */
  readonly clientAssertion?: (() => string | Promise<string>) | undefined
}

type TokenForm = operations['issueToken']['requestBody']['content']['application/x-www-form-urlencoded']

type ClientField = 'client_id' | 'client_secret' | 'client_assertion' | 'client_assertion_type'

type WithoutClient<Form> = Form extends unknown ? Omit<Form, ClientField> : never

/** The form of a grant, without the fields that say which client asks. */
export type Grant = WithoutClient<TokenForm>

/** What a request carries to authenticate its client. */
export interface ClientCredentialsInRequest {
  readonly fields: Pick<TokenForm, ClientField>
  readonly headers: Record<string, string>
}

/** Puts a client's proof where its registered method has it (RFC 6749 section 2.3.1, RFC 7523 section 2.2). */
export async function authenticateClient(client: ClientAuthentication): Promise<ClientCredentialsInRequest> {
  const { clientId, clientSecret, clientAssertion } = client
  if (clientAssertion) {
    return {
      fields: {
        client_id: clientId,
        client_assertion: await clientAssertion(),
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      },
      headers: {},
    }
  }
  if (clientSecret === undefined) return { fields: { client_id: clientId }, headers: {} }
  if (client.clientSecretMethod === 'client_secret_basic') {
    const credentials = new TextEncoder().encode(`${formEncode(clientId)}:${formEncode(clientSecret)}`)
    return { fields: {}, headers: { Authorization: `Basic ${toBase64(credentials)}` } }
  }
  return { fields: { client_id: clientId, client_secret: clientSecret }, headers: {} }
}

function formEncode(value: string): string {
  return new URLSearchParams({ '': value }).toString().slice(1)
}
