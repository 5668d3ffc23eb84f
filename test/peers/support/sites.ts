import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { run } from '../../support/process.ts'
import type { SiteSettings } from './registration.ts'

const clients = fileURLToPath(new URL('../clients/', import.meta.url))
const clock = new URL('clock.js', import.meta.url)

/** A site that lets people sign in. */
export interface Site {
  stop(): Promise<void>
}

/** A site whose clock can be moved. */
export interface NodeSite extends Site {
  /** Moves the clock on by two hours. */
  twoHoursLater(): Promise<void>
}

/** Starts a program of the guide as a process of its own. */
export async function startNodeSite(program: string, settings: SiteSettings): Promise<NodeSite> {
  const site = run(`${clients}${program}`, { ...settings, NODE_OPTIONS: `--import=${clock}` })
  await site.says(`Ready at ${settings.SITE}`)
  return {
    twoHoursLater: async () => {
      site.child.kill('SIGUSR2')
      await site.says('two hours ahead')
    },
    stop: async () => {
      site.child.kill()
      await site.ended()
    },
  }
}

/** Serves the page of the guide with its script, as Vite would: every path is the page. */
export async function startPage({ ISSUER, SITE, CLIENT_ID }: SiteSettings): Promise<Site> {
  const page = await readFile(`${clients}oidc-client-ts.html`)
  const bundle = await build({
    entryPoints: [`${clients}oidc-client-ts.js`],
    bundle: true,
    format: 'esm',
    write: false,
    define: {
      'import.meta.env.VITE_ISSUER': JSON.stringify(ISSUER),
      'import.meta.env.VITE_CLIENT_ID': JSON.stringify(CLIENT_ID),
    },
  })
  return await serve(SITE, ({ url }, response) => {
    if (url === '/main.js') response.setHeader('content-type', 'text/javascript').end(bundle.outputFiles[0]?.text)
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  })
}

/** Answers at an address until it is stopped. */
export async function serve(address: string, listener: RequestListener): Promise<Site> {
  const { hostname, port } = new URL(address)
  const server = createServer(listener).listen(Number(port), hostname)
  await once(server, 'listening')
  return {
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
