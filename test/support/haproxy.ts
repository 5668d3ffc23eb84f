import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = '/usr/sbin/haproxy'
const configuration = fileURLToPath(new URL('../../deploy/haproxy/openaccount.cfg', import.meta.url))

/** What the proxy has counted: answers by the first digit of their status, requests by node, and failures of its own. */
export interface ProxyFigures {
  readonly answers: Readonly<Record<'2xx' | '3xx' | '4xx' | '5xx', number>>
  readonly nodes: readonly number[]
  /** Connections to a node that failed, and answers that did not come whole. */
  readonly errors: number
  /** Requests that were sent to another node than at first. */
  readonly redispatched: number
}

/** HAProxy, with the file that is deployed: each request goes to the next node. */
export interface RunningProxy {
  figures(): Promise<ProxyFigures>
  /** What it has said so far, of nodes that came and went above all. */
  said(): string
  /** Sends a node no more requests, or requests again; those that are under way are answered. */
  serve(node: number, on: boolean): Promise<void>
  /** What it has counted of a network: requests of the last ten seconds, and connections of now. */
  countedOf(network: string): Promise<{ readonly requests: number; readonly connections: number }>
  stop(): Promise<void>
}

/** How a proxy of tests is different from the one that is deployed. */
export interface ProxySettings {
  /** What it asks nodes for: `/healthz` where they are taken out by `serve` alone. */
  readonly check?: string
  /** Callers are who they are. Else they come from everywhere: what one network may do an hour is over after seconds of a test. */
  readonly asTheyCome?: boolean
  /** A second port, where the PROXY protocol says who comes. */
  readonly namedPort?: number
}

/**
 * Starts it before two nodes, at other addresses than those of the file and without TLS.
 * @param directory for its file
 * @param port where it listens
 * @param nodes the ports of the nodes on this machine
 */
export async function startProxy(
  directory: string,
  port: number,
  nodes: readonly number[],
  { check = '/readyz', asTheyCome = false, namedPort }: ProxySettings = {},
): Promise<RunningProxy> {
  if (!existsSync(program)) throw new Error(`There is no ${program}. Install it (on Debian: apt-get install haproxy).`)
  const [file, socket] = [join(directory, 'haproxy.cfg'), join(directory, 'haproxy.sock')]
  const config = (await readFile(configuration, 'utf8'))
    .replace(/^ {4}(user|group) .*\n/gm, '')
    .replace('global\n', `global\n    stats socket ${socket} mode 600 level admin\n`)
    .replace(/bind :443 .*/, `bind localhost:${port}`)
    .replace('httpchk GET /readyz', `httpchk GET ${check}`)
    .replace('X-Forwarded-Proto https', 'X-Forwarded-Proto http')
    .replace(/10\.0\.0\.1([12]):3000/g, (_, number) => `localhost:${nodes[Number(number) - 1]}`)
  await writeFile(file, asTheyCome ? named(config, namedPort) : fromEverywhere(config))
  const proxy = spawn(program, ['-f', file], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [proxy.stdout, proxy.stderr]) stream.on('data', (part) => (said += part))
  const ended = once(proxy, 'exit')
  for (let look = 0; !(await isReady(port)); look += 1) {
    if (look === 200 || proxy.exitCode !== null) throw new Error(`HAProxy is not ready: ${said}`)
    await delay(100)
  }
  return {
    figures: () => readFigures(socket),
    said: () => said,
    serve: async (node, on) => {
      const answer = await ask(socket, `set server nodes/node${node + 1} state ${on ? 'ready' : 'drain'}`)
      if (answer.trim() !== '') throw new Error(answer)
    },
    countedOf: async (network) => {
      const answer = await ask(socket, `show table people key ${network}`)
      const count = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(answer)?.[1] ?? 0)
      return { requests: count('http_req_rate\\(10000\\)'), connections: count('conn_cur') }
    },
    stop: async () => {
      proxy.kill()
      await ended
    },
  }
}

const fromEverywhere = (config: string) =>
  config
    .replace('X-Forwarded-For %[src]', 'X-Forwarded-For 10.%[rand(250)].%[rand(250)].%[rand(250),add(1)]')
    .replace(/^ *tcp-request connection track-sc0 .*\n/m, '')

const named = (config: string, port: number | undefined) =>
  port === undefined
    ? config
    : config
        .replaceAll('tcp-request connection', 'tcp-request session')
        .replace(/( *)bind .*\n/, `$&$1bind localhost:${port} accept-proxy\n`)

const isReady = (port: number) =>
  fetch(`http://localhost:${port}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  )

/** HAProxy's management guide, section 9.3. @returns what it answers to a command */
async function ask(path: string, command: string): Promise<string> {
  const socket = connect(path)
  socket.end(`${command}\n`)
  return await text(socket)
}

/** The same, section 9.1: a table of everything, as CSV with a head. */
async function readFigures(path: string): Promise<ProxyFigures> {
  const [head = '', ...lines] = (await ask(path, 'show stat')).replace(/^# /, '').trim().split('\n')
  const names = head.split(',')
  const rows = lines.map((line) => {
    const values = line.split(',')
    return new Map(names.map((name, column) => [name, values[column] ?? '']))
  })
  const row = (proxy: string, server: string) =>
    rows.find((row) => row.get('pxname') === proxy && row.get('svname') === server)
  const value = (proxy: string, server: string, name: string) => Number(row(proxy, server)?.get(name))
  const status = (digit: number) => value('people', 'FRONTEND', `hrsp_${digit}xx`)
  return {
    answers: { '2xx': status(2), '3xx': status(3), '4xx': status(4), '5xx': status(5) },
    nodes: ['node1', 'node2'].map((node) => value('nodes', node, 'stot')),
    errors: value('nodes', 'BACKEND', 'econ') + value('nodes', 'BACKEND', 'eresp'),
    redispatched: value('nodes', 'BACKEND', 'wredis'),
  }
}
