import { BINARY, PICTURE, type SampleRequest } from './request.ts'

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** The request as a command of curl. */
export function curlOf({ method, address, isBasic, proofs, headers, payload }: SampleRequest): string {
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}${quote(address)}`]
  if (isBasic) lines.push('-u "$CLIENT_ID:$CLIENT_SECRET"')
  for (const { name, prefix, variable } of proofs) lines.push(`-H "${name}: ${prefix}$${variable}"`)
  for (const [name, value] of headers) lines.push(`-H ${quote(`${name}: ${value}`)}`)
  if (payload.kind === 'form') {
    for (const [name, value] of payload.pairs) lines.push(`--data-urlencode ${quote(`${name}=${value}`)}`)
  } else if (payload.kind === 'parts') {
    for (const [name, value] of payload.pairs)
      lines.push(`-F ${quote(`${name}=${value === BINARY ? `@${PICTURE}` : value}`)}`)
  } else if (payload.kind === 'json') {
    lines.push(`-H ${quote(`Content-Type: ${payload.mediaType}`)}`, `-d ${quote(payload.text)}`)
  }
  return lines.join(' \\\n  ')
}
