import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { hash, verify } from '@node-rs/argon2'
import { createLocalJWKSet, jwtVerify } from 'jose'
import pg from 'pg'
import { password } from '../peer.ts'
import { recordReads, type Statement } from './recorded-reads.ts'

/**
 * Bare node:http that does what nobody can leave out: for a GET it verifies the token and sends the statements of
 * `getUserDetails` (a token that is no JWT is an id: then the read alone), for a POST it compares a password. `PORT`,
 * `DATABASE_URL` and `OUR_KEYS`, the address of our key set.
 */
const { PORT = '0', DATABASE_URL = '', OUR_KEYS = '' } = process.env
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 })
const keys = createLocalJWKSet(await (await fetch(OUR_KEYS)).json())
const { origin } = new URL(OUR_KEYS)
const verification = { issuer: origin, audience: `${origin}/api`, algorithms: ['RS256', 'ES256'], typ: 'at+jwt' }
const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
let statements: Promise<Statement[]> | undefined

async function read(request: IncomingMessage): Promise<object> {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
  const checked = token.includes('.')
  if (checked) {
    const { payload } = await jwtVerify(token, keys, verification)
    statements ??= recordReads(pool, payload)
  }
  let row: object = {}
  for (const statement of (await statements)?.slice(checked ? 0 : -1) ?? []) {
    const { rows } = await pool.query<object>(statement)
    row = rows[0] ?? row
  }
  return { status: 0, message: 'success', error: null, data: [row] }
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
