import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { hash, verify } from '@node-rs/argon2'
import type { JSONWebKeySet, JWTPayload } from 'jose'
import pg from 'pg'
import { readSignedToken, VerificationKeys } from '../../server/crypto/signed-token.ts'
import { password } from '../peer.ts'
import { type Reads, recordReads } from './recorded-reads.ts'

/**
 * Bare node:http that does what nobody can leave out: for a GET it verifies the token and sends the statement of
 * `getUserDetails` (a token that is no JWT is an id: then the read alone), for a POST it compares a password. `PORT`,
 * `DATABASE_URL` and `OUR_KEYS`, the address of our key set.
 */
const { PORT = '0', DATABASE_URL = '', OUR_KEYS = '' } = process.env
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 })
const keys = new VerificationKeys(((await (await fetch(OUR_KEYS)).json()) as JSONWebKeySet).keys)
const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
let reads: Promise<Reads> | undefined

async function read(request: IncomingMessage): Promise<object> {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
  const signed = readSignedToken(token)
  const claims = signed && keys.claimsOf(signed)
  if (claims) reads ??= recordReads(pool, claims as JWTPayload)
  const statements = await reads
  if (!statements) throw new Error('no token has come yet')
  const { rows } = await pool.query<object>(claims ? statements.checked : statements.unchecked)
  return { status: 0, message: 'success', error: null, data: rows }
}

async function comparePassword(request: IncomingMessage): Promise<object> {
  const fields = new URLSearchParams(await text(request))
  return { right: await verify(passwordHash, fields.get('password') ?? '') }
}

const server = createServer((request, response) => {
  const answer =
    request.url === '/ready' ? Promise.resolve({}) : request.method === 'GET' ? read(request) : comparePassword(request)
  answer.then(
    (body) => {
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.end(JSON.stringify(body))
    },
    (error: Error) => {
      response.statusCode = 500
      response.end(error.message)
    },
  )
})
server.listen(Number(PORT), 'localhost')
process.on('SIGTERM', () => process.exit(0))
