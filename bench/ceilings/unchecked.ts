import { createServer } from 'node:http'
import express from 'express'
import accountDocument from '../../generated/account.json' with { type: 'json' }
import { loadConfig } from '../../server/config/config.ts'
import { finishContract, mountContract } from '../../server/contract/mount.ts'
import { operationsOf } from '../../server/contract/operation.ts'
import { openCalls } from '../../server/contract/request/call.ts'
import { cutDocument } from '../../server/contract/validate/document-parts.ts'
import { decodeSecretKey } from '../../server/crypto/secret-key.ts'
import { connectDatabase } from '../../server/db/connect.ts'
import { serverOptions } from '../../server/errors/client-error.ts'
import { failureShaper } from '../../server/errors/failure-answer.ts'
import { accountHandlers } from '../../server/handlers/account/index.ts'
import type { Product } from '../../server/handlers/types.ts'
import { createLogger } from '../../server/log/log.ts'
import { Html } from '../../server/pages/html.ts'
import { errorPage } from '../../server/pages/views/error-page.ts'
import { createServices } from '../../server/services.ts'

/**
 * Our operations without a token check: whoever brings a GUID as a bearer token is that person. What is left is Express,
 * routing, policy, validator and handler. `PORT`, `DATABASE_URL` and `SECRET_KEY`.
 */
const { PORT = '0', DATABASE_URL = '', SECRET_KEY = '' } = process.env
const publicUrl = `http://localhost:${PORT}`
const log = createLogger({ level: 'warn' })
const database = await connectDatabase({ url: DATABASE_URL, poolSize: 10, prepared: true, log })
const secret = decodeSecretKey(SECRET_KEY) ?? Buffer.alloc(32)
// Nothing that is measured leaves work for later.
const jobs = { send: async () => {} }
const config = { ...loadConfig({}), publicUrl }
const { deps } = await createServices({ config, database, secret, log, jobs, connectors: {} })
const none: ReadonlySet<string> = new Set()
const scopes = new Set(['ZMS.UserDetails.Read'])
const notServed = async () => Promise.reject(new Error('this server has no engine'))

const app = express()
app.disable('etag')
app.get('/ready', (_request, response) => void response.json({}))
app.use(openCalls(publicUrl))
await mountContract<'account', Product>(app, {
  operations: operationsOf('account'),
  parts: cutDocument(accountDocument, operationsOf('account')),
  handlers: accountHandlers,
  authenticate: {
    oauth2: async (userId, { info }) => ({
      kind: 'user',
      userId,
      user: await deps.users.get(userId),
      clientId: 'bench',
      token: { tokenHash: Buffer.alloc(32), grantHash: Buffer.alloc(32), userId, clientId: 'bench', scopes: [] },
      tokenExpiresAt: Number.POSITIVE_INFINITY,
      scopes,
      roles: none,
      permissions: none,
      address: info.ip,
      requestId: info.id,
    }),
  },
  identify: notServed,
  engine: notServed,
  deps,
  log,
  strictResponses: false,
  isPage: (value) => value instanceof Html,
})
finishContract(app, { shape: failureShaper(errorPage), log, strict: false })
createServer(serverOptions, app).listen(Number(PORT), 'localhost')
process.on('SIGTERM', () => process.exit(0))
