import { createHash } from 'node:crypto'
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import type { Pair, WireAnswer } from '../../../scripts/fuzz/wire.ts'
import type { Json } from './rows.ts'

/** An answer with everything in it read that stands in it as text: tokens, addresses, cookies, JSON. */
export interface ReadableAnswer {
  readonly status: number
  readonly headers: Json
  readonly body: Json
}

/** Reads answers of servers that sign with these keys. */
export function answerReader(keys: JSONWebKeySet): (answer: WireAnswer) => Promise<ReadableAnswer> {
  const keySet = createLocalJWKSet(keys)

  async function readToken(token: string): Promise<Json> {
    const claims = decodeJwt(token) as { [name: string]: Json }
    const { iat, exp } = claims
    const holds = await jwtVerify(token, keySet, { currentDate: new Date(Number(iat) * 1000) }).then(
      () => 'valid',
      ({ message }: Error) => message,
    )
    const header = decodeProtectedHeader(token) as { [name: string]: Json }
    return { header, claims, lifetime: Number(exp) - Number(iat), signature: holds }
  }

  async function readBody({ headers, body }: WireAnswer): Promise<Json> {
    if (!headers.some(([name, value]) => name === 'content-type' && value.includes('json'))) return body
    // The answer to a HEAD request has none.
    if (body === '') return body
    const read = JSON.parse(body) as { [name: string]: Json }
    const tokens: [string, Json][] = []
    for (const name of ['access_token', 'id_token'])
      if (typeof read[name] === 'string') tokens.push([name, await readToken(read[name])])
    const fits = hashFits(tokens, read)
    return { ...read, ...Object.fromEntries(tokens), ...(fits !== undefined && { 'at_hash fits': fits }) }
  }

  return async (answer) => ({
    status: answer.status,
    headers: readHeaders(answer.headers),
    body: await readBody(answer),
  })
}

/** Whether an id token names the access token beside it (OpenID Connect Core 3.1.3.6); undefined where it names none. */
function hashFits(tokens: readonly [string, Json][], body: { [name: string]: Json }): boolean | undefined {
  const { id_token: id } = Object.fromEntries(tokens) as { id_token?: { claims: { at_hash?: string } } }
  const said = id?.claims.at_hash
  if (said === undefined) return undefined
  const half = createHash('sha256').update(String(body.access_token)).digest().subarray(0, 16)
  return said === half.toString('base64url')
}

/** All headers by name, in order of their names; without those that say when and over which connection. */
function readHeaders(headers: readonly Pair[]): Json {
  const meaningful = headers.filter(([name]) => name !== 'date' && name !== 'keep-alive')
  const byName = Map.groupBy(meaningful, ([name]) => name)
  const entries = [...byName].map(([name, pairs]): [string, Json] => [
    name,
    pairs.map(([, value]) => readHeader(name, value)),
  ])
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)))
}

function readHeader(name: string, value: string): Json {
  if (name === 'location') return readAddress(value)
  return name === 'set-cookie' ? readCookie(value) : value
}

function readAddress(address: string): Json {
  const [beforeFragment = '', fragment] = address.split(/#(.*)/s)
  const [path = '', query] = beforeFragment.split(/\?(.*)/s)
  const parameters = (text: string | undefined): Json => (text === undefined ? null : [...new URLSearchParams(text)])
  return { path, query: parameters(query), fragment: parameters(fragment) }
}

function readCookie(line: string): Json {
  const [pair = '', ...attributes] = line.split(/; */)
  const [name = '', value = ''] = pair.split(/=(.*)/s)
  // RFC 6265 section 5.2: in any order, names and what SameSite says in any case.
  const read = attributes
    .map((attribute): Json => {
      const [key = '', said = ''] = attribute.toLowerCase().split(/=(.*)/s)
      if (key === 'max-age') return [key, new Date(Date.now() + Number(said) * 1000).toISOString()]
      return key === 'expires' ? [key, new Date(said).toISOString()] : [key, said]
    })
    .sort()
  return { name, value, attributes: read }
}
