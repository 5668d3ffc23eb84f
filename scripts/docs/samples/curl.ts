import type { Operation } from '../model.ts'
import { addressOf, asksFor, BINARY, namesClient } from './request.ts'

/** The file that the samples send. */
const PICTURE = 'picture.png'

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** What proves who calls; the values are in variables of the reader's shell. */
function proofsOf(operation: Operation, body: unknown): string[] {
  const inForm = body !== null && typeof body === 'object' && 'access_token' in body
  const proofs: [string, boolean][] = [
    ['-u "$CLIENT_ID:$CLIENT_SECRET"', asksFor(operation, 'clientBasic') && !namesClient(body)],
    [
      '-H "Authorization: Bearer $ACCESS_TOKEN"',
      asksFor(operation, 'oauth2', 'managementToken', 'accessToken') && !inForm,
    ],
    ['-H "X-signature: $SIGNATURE"', asksFor(operation, 'sessionSignature')],
    ['-H "X-state-token: $STATE_TOKEN"', asksFor(operation, 'stateToken')],
  ]
  return proofs.filter(([, isAsked]) => isAsked).map(([option]) => option)
}

/** The request as a command of curl. */
export function curlOf(operation: Operation, mediaType: string | undefined, body: unknown): string {
  const { address, header } = addressOf(operation)
  const lines = [`curl ${operation.method === 'get' ? '' : `-X ${operation.method.toUpperCase()} `}${quote(address)}`]
  lines.push(...proofsOf(operation, body))
  for (const [name, value] of Object.entries(header)) lines.push(`-H ${quote(`${name}: ${value}`)}`)
  if (mediaType === 'application/x-www-form-urlencoded') {
    for (const [name, value] of Object.entries(body as object))
      lines.push(`--data-urlencode ${quote(`${name}=${value}`)}`)
  } else if (mediaType === 'multipart/form-data') {
    for (const [name, value] of Object.entries(body as object))
      lines.push(`-F ${quote(`${name}=${value === BINARY ? `@${PICTURE}` : value}`)}`)
  } else if (mediaType !== undefined) {
    lines.push(`-H ${quote(`Content-Type: ${mediaType}`)}`, `-d ${quote(JSON.stringify(body))}`)
  }
  return lines.join(' \\\n  ')
}
