import { lookup } from 'node:dns/promises'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../../server/config/config.ts'
import { isLoopback } from '../../server/config/values.ts'
import { type Finding, ok, warning, wrong } from './check.ts'
import { checkRoom, mayWrite } from './room.ts'

const answerLimit = 3_000

/** The Node that runs this. */
export function checkNode(version: string): Finding {
  return Number(version.split('.')[0]) >= 24
    ? ok('node', `version ${version}`)
    : wrong('node', `version ${version}; 24 or newer is needed`, 'run npm ci, which brings it, and use npm run')
}

/** The address under which people and clients reach the server. */
export async function checkAddresses({ publicUrl, port, host, trustProxy, seed }: Config): Promise<Finding[]> {
  const url = new URL(publicUrl)
  const local = isLoopback(url.hostname)
  const findings: Finding[] = []
  if (local) {
    findings.push(
      warning(
        'addresses',
        `PUBLIC_URL ${publicUrl} is for this machine alone`,
        'for others set PUBLIC_URL to an https address that leads here',
      ),
    )
    if (url.protocol === 'http:' && Number(url.port || 80) !== port) {
      const advice = 'let both name the same port, unless a proxy stands in between'
      findings.push(warning('addresses', `PUBLIC_URL names another port than PORT ${port}`, advice))
    }
  } else {
    const found = await lookup(url.hostname).catch(() => undefined)
    if (found) findings.push(ok('addresses', `${url.hostname} is ${found.address}`))
    else findings.push(wrong('addresses', `${url.hostname} has no address`, 'enter it in DNS, or mend PUBLIC_URL'))
    if (trustProxy === false) {
      const advice = 'behind a proxy set TRUST_PROXY, else all people count as one address'
      findings.push(warning('addresses', 'X-Forwarded-For is not read (TRUST_PROXY none)', advice))
    }
    if (seed === 'demo') {
      const advice = 'set SEED=none, and disable the demo accounts'
      findings.push(wrong('addresses', 'demo accounts with published passwords are put in', advice))
    }
    if (isLoopback(host)) findings.push(ok('addresses', `listens on ${host}, for a proxy on this machine`))
  }
  findings.push(await checkAnswer(publicUrl))
  return findings
}

/** Whether what answers there is an OpenAccount that knows itself by that address. */
async function checkAnswer(publicUrl: string): Promise<Finding> {
  const address = `${publicUrl}/.well-known/openid-configuration`
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(answerLimit) })
    const { issuer }: { issuer?: unknown } = await answer.json()
    return issuer === publicUrl
      ? ok('addresses', `a server answers at ${publicUrl}`)
      : wrong('addresses', `what answers at ${publicUrl} calls itself ${issuer}`, 'mend PUBLIC_URL or the proxy')
  } catch {
    return warning('addresses', `no server answers at ${publicUrl} from here`, 'expected while it is stopped')
  }
}

/** The data directory: whether it can be written, keeps its secrets and has room. */
export async function checkDataDirectory({ dataDir, databaseUrl, secretKey }: Config): Promise<Finding[]> {
  if (databaseUrl !== undefined && secretKey !== undefined) return [ok('data directory', 'nothing is kept there')]
  const there = await stat(dataDir).catch(() => undefined)
  const place = there ? dataDir : dirname(dataDir)
  const findings = [
    (await mayWrite(place))
      ? ok('data directory', there ? dataDir : `${dataDir} will be made`)
      : wrong('data directory', `${place} cannot be written`, 'choose another DATA_DIR, or allow it to this user'),
  ]
  for (const name of ['postgres.json', 'secret.key']) {
    const file = await stat(join(dataDir, name)).catch(() => undefined)
    if (file && (file.mode & 0o077) !== 0) {
      findings.push(wrong('data directory', `${name} can be read by others`, `chmod 600 ${join(dataDir, name)}`))
    }
  }
  findings.push(await checkRoom('data directory', place, 'a full disk stops the database'))
  return findings
}
