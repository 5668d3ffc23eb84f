import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Files that pages of other origins include; they need `Cross-Origin-Resource-Policy: cross-origin` and have no hash in their address. */
const SHARED: ReadonlySet<string> = new Set(['openaccount-session.js'])

/** The parts of `openaccount.css`, in `styles/`: what stands later wins. */
const STYLES = [
  'base',
  'frame',
  'text',
  'forms',
  'captcha',
  'account-centre',
  'lists',
  'outbox',
  'spacing',
  'small',
] as const

const YEAR_SECONDS = 31_536_000
const SHARED_SECONDS = 300

/** One static file, in memory. */
export interface Asset {
  readonly body: Buffer
  /** Media type for `Content-Type`. */
  readonly type: string
  /** Strong entity tag, quotes included (RFC 9110 8.8.3). */
  readonly etag: string
  /** First 16 hexadecimal digits of the content's SHA-256, the `v` of its address. */
  readonly version: string
  /** Whether pages of other origins may include it. */
  readonly shared: boolean
}

const assets: ReadonlyMap<string, Asset> = readAssets(import.meta.dirname)

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  const bodies = new Map(names.map((name) => [name, readFileSync(join(folder, name))]))
  const styles = STYLES.map((name) => readFileSync(join(folder, 'styles', `${name}.css`), 'utf8'))
  bodies.set('openaccount.css', Buffer.from(styles.join('\n')))
  const found = new Map<string, Asset>()
  for (const [name, body] of bodies) {
    const type = TYPES[extname(name)]
    if (type === undefined) continue
    const version = createHash('sha256').update(body).digest('hex').slice(0, 16)
    found.set(name, { body, type, etag: `"${version}"`, version, shared: SHARED.has(name) })
  }
  return found
}

/** Address of a file for a page of ours, with the hash of its content. Throws when there is no such file. */
export function assetUrl(name: string): string {
  const asset = assets.get(name)
  if (!asset) throw new Error(`there is no asset named ${name}`)
  return `/assets/${name}?v=${asset.version}`
}

/** The file behind `/assets/{name}`, or undefined. Only names that were in the folder at start are known, so no path leads out of it. */
export function findAsset(name: string): Asset | undefined {
  return assets.get(name)
}

/**
 * `Cache-Control` for a file. Asked for by the hash that it has now, it may be kept for good; a shared file, a few minutes.
 * Otherwise the browser has to ask each time: else new content would be kept under the hash that an old page names.
 */
export function assetCacheControl(asset: Asset, requestedVersion: string | undefined): string {
  if (requestedVersion === asset.version) return `public, max-age=${YEAR_SECONDS}, immutable`
  return asset.shared ? `public, max-age=${SHARED_SECONDS}` : 'no-cache'
}
