import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { html } from '../../../server/pages/html.ts'
import type { Certificate } from './certificate.ts'

/** Somebody else's web site, which lets people sign in with us. */
export interface RelyingParty {
  readonly origin: string
  /** Address the answers to its authorization requests go to. */
  readonly redirectUri: string
  /** Tells the site where to sign in and as whom; before that its pages know of nobody. */
  use(client: { issuer: string; clientId: string; scope?: string }): void
  close(): Promise<void>
}

const script = readFileSync(new URL('../site/site.js', import.meta.url))

/**
 * Starts the site on a free port: `/` and every other path is a page with `site.js`, and what is posted to it is shown.
 * @param host `127.0.0.1` makes it another site than `localhost`
 * @param certificate when it is to speak https
 */
export async function startRelyingParty(host = 'localhost', certificate?: Certificate): Promise<RelyingParty> {
  let client = { issuer: '', clientId: '', scope: '' }
  const listener: RequestListener = async (request, response) => {
    if (request.url === '/site.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
      return
    }
    const origin = originOf(client.issuer)
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'self' ${origin}; img-src data:; frame-src ${origin}`,
    })
    response.end(page(client, await postedBy(request)))
  }
  const server = certificate ? createSecureServer(certificate, listener) : createServer(listener)
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `${certificate ? 'https' : 'http'}://${host}:${port}`
  return {
    origin,
    redirectUri: `${origin}/callback`,
    use: (used) => {
      client = { scope: 'openid profile email', ...used }
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Where an issuer lives; before the site knows one, nowhere. */
function originOf(issuer: string): string {
  return issuer && new URL(issuer).origin
}

async function postedBy(request: IncomingMessage): Promise<string> {
  if (request.method !== 'POST') return ''
  return JSON.stringify(Object.fromEntries(new URLSearchParams(await text(request))))
}

function page(client: { issuer: string; clientId: string; scope: string }, posted: string): string {
  return String(html`<!doctype html>
<html lang="en" data-issuer="${client.issuer}" data-client-id="${client.clientId}" data-scope="${client.scope}">
<head>
<meta charset="utf-8">
<title>Relying party</title>
<link rel="icon" href="data:,">
<script src="${originOf(client.issuer)}/assets/openaccount-session.js"></script>
<script type="module" src="/site.js"></script>
</head>
<body>
<h1>Relying party</h1>
<output id="result">${posted}</output>
</body>
</html>`)
}
