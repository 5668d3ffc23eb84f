import { PAGES } from '../../generate/sdk-names.ts'
import type { DocsParameter, Operation } from '../model.ts'

/** Where samples call: the server that `npm start` runs. */
export const origin = 'http://localhost:3000'

/** How the contract writes the content of a file in an example. */
export const BINARY = '(binary)'

const SHOWN_PARAMETERS = ['code_challenge', 'code_challenge_method', 'state']

/** Whether a request shows the parameter: it has to be there, or is best there. */
export function isShown({ name, required }: DocsParameter): boolean {
  return required || SHOWN_PARAMETERS.includes(name)
}

/** What a request needs besides its body: the address with its parameters, and those parameters by place. */
export function addressOf(operation: Operation) {
  const shown = operation.parameters.filter(isShown)
  const at = (place: string) =>
    Object.fromEntries(shown.filter((entry) => entry.in === place).map(({ name, example }) => [name, example ?? '']))
  const path = at('path')
  const query = at('query')
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(path[name])))
  return { address: origin + filled + (text && `?${text}`), path, query, header: at('header') }
}

/** Whether one of these schemes is among the ways to prove who calls. */
export function asksFor(operation: Operation, ...schemes: string[]): boolean {
  return operation.contract.security.some((alternative) => schemes.some((scheme) => scheme in alternative))
}

/** Whether the form holds the client's credentials already. */
export function namesClient(body: unknown): boolean {
  return body !== null && typeof body === 'object' && 'client_id' in body
}

/** Whether a browser opens the address, and a program only leads it there. */
export function isForBrowsers({ sdkName }: Operation): boolean {
  return sdkName?.group === PAGES
}

/** A header that proves who calls; its value is in a variable of the reader's environment. */
export interface Proof {
  name: string
  prefix: string
  variable: string
}

/** What is sent besides address and headers. */
export type Payload =
  | { kind: 'none' }
  | { kind: 'json'; mediaType: string; text: string }
  | { kind: 'form'; pairs: [name: string, value: string][] }
  | { kind: 'parts'; pairs: [name: string, value: string][] }

/** A request as every language has to send it. */
export interface SampleRequest {
  method: string
  address: string
  /** Whether CLIENT_ID and CLIENT_SECRET prove who calls (RFC 7617). */
  isBasic: boolean
  proofs: Proof[]
  headers: [name: string, value: string][]
  payload: Payload
}

/** The file that samples send. */
export const PICTURE = 'picture.png'

/** The request of an operation with one of its bodies. */
export function requestOf(operation: Operation, mediaType: string | undefined, body: unknown): SampleRequest {
  const { address, header } = addressOf(operation)
  const inForm = body !== null && typeof body === 'object' && 'access_token' in body
  const all: [Proof, boolean][] = [
    [
      { name: 'Authorization', prefix: 'Bearer ', variable: 'ACCESS_TOKEN' },
      asksFor(operation, 'oauth2', 'managementToken', 'accessToken') && !inForm,
    ],
    [{ name: 'X-signature', prefix: '', variable: 'SIGNATURE' }, asksFor(operation, 'sessionSignature')],
    [{ name: 'X-state-token', prefix: '', variable: 'STATE_TOKEN' }, asksFor(operation, 'stateToken')],
  ]
  return {
    method: operation.method.toUpperCase(),
    address,
    isBasic: asksFor(operation, 'clientBasic') && !namesClient(body),
    proofs: all.filter(([, isAsked]) => isAsked).map(([proof]) => proof),
    headers: Object.entries(header).map(([name, value]) => [name, String(value)]),
    payload: payloadOf(mediaType, body),
  }
}

function payloadOf(mediaType: string | undefined, body: unknown): Payload {
  if (mediaType === undefined) return { kind: 'none' }
  const pairs = () => Object.entries(body as object).map(([name, value]): [string, string] => [name, String(value)])
  if (mediaType === 'application/x-www-form-urlencoded') return { kind: 'form', pairs: pairs() }
  if (mediaType === 'multipart/form-data') return { kind: 'parts', pairs: pairs() }
  return { kind: 'json', mediaType, text: JSON.stringify(body) }
}
