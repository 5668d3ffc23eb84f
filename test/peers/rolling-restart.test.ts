import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallation } from '../../server/db/installation-secret.ts'
import { createEvents } from '../../server/events.ts'
import { createLogger } from '../../server/log/log.ts'
import { type Cluster, startCluster } from '../support/cluster.ts'
import { ListeningApplication } from '../support/event-receiver.ts'
import { journeysOnServer, runJourneys } from '../support/journeys.ts'
import { backOffice } from './support/walks/back-office.ts'
import { external, type Others, startOthers } from './support/walks/external.ts'
import { people } from './support/walks/people.ts'
import { programs } from './support/walks/programs.ts'
import { sites } from './support/walks/sites.ts'
import type { Walks } from './support/walks/walk.ts'
import { listens, staysListening, work } from './support/walks/work.ts'

/** How many callers are under way at once. */
const lanes = 3
/** Those of the contract that a server can be asked for, once each: some leave something behind. */
const journeys: Walks = Object.fromEntries(
  journeysOnServer.map((file) => [`the journeys of ${file}`, ({ issuer }) => runJourneys(file, issuer)]),
)

let cluster: Cluster
let application: ListeningApplication
let others: Others
let walks: Walks

beforeAll(async () => {
  others = await startOthers()
  cluster = await startCluster(others.env)
  const { db } = cluster.database
  const secret = await openInstallation(db, Buffer.from(cluster.secretKey, 'base64'))
  await others.link(cluster, secret)
  const events = createEvents({
    db,
    secret,
    log: createLogger({ level: 'silent' }),
    networks: ['127.0.0.1/32'],
  })
  application = await ListeningApplication.start({ ...cluster, app: { events } })
  walks = {
    ...people,
    ...programs,
    ...sites,
    ...work,
    ...backOffice,
    ...external(others),
    'an application hears of people who come and go': listens(application),
  }
}, 240_000)
afterAll(async () => {
  await application?.close()
  await cluster?.close()
  others?.close()
})

test('two nodes, each request to the next, are restarted in the midst of every journey, and no request fails', async () => {
  const before = await cluster.proxy.figures()
  let restarting = true
  const all = { ...walks, ...journeys }
  const walked = new Set<string>()
  const due = Object.keys(all)
  const lane = async () => {
    // Nodes come and go as long as callers walk, and the other way round.
    while (restarting || due.length > 0) {
      if (due.length === 0) due.push(...Object.keys(walks))
      const name = due.shift() ?? ''
      await all[name]?.(cluster).catch((cause: unknown) => {
        throw new Error(`failed: ${name}; the proxy says ${cluster.proxy.said()}`, { cause })
      })
      walked.add(name)
    }
  }
  const listening = staysListening(cluster, () => restarting)
  const restart = cluster.restart().finally(() => {
    restarting = false
  })
  await Promise.all([restart, listening, ...Array.from({ length: lanes }, lane)])

  expect([...walked].sort()).toEqual(Object.keys(all).sort())
  const figures = await cluster.proxy.figures()
  expect({ failed: figures.answers['5xx'] - before.answers['5xx'], errors: figures.errors }).toEqual({
    failed: 0,
    errors: before.errors,
  })
  const [one = 0, two = 0] = figures.nodes
  expect(Math.min(one, two)).toBeGreaterThan(100)
  expect(cluster.failedRequests()).toEqual([])
})
