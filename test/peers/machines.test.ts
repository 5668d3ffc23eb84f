import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallation } from '../../server/db/installation-secret.ts'
import { type Cluster, startCluster } from '../support/cluster.ts'
import { external, type Others, startOthers } from './support/walks/external.ts'
import { people } from './support/walks/people.ts'
import { programs } from './support/walks/programs.ts'
import { sites } from './support/walks/sites.ts'
import { work } from './support/walks/work.ts'

let cluster: Cluster
let others: Others
beforeAll(async () => {
  others = await startOthers()
  cluster = await startCluster({ ...others.env, WORKERS: '2' })
  await others.link(cluster, await openInstallation(cluster.database.db, Buffer.from(cluster.secretKey, 'base64')))
}, 240_000)
afterAll(async () => {
  await cluster?.close()
  others?.close()
})

test('two machines of two processes each serve who meets another process with each request', async () => {
  const before = await cluster.proxy.figures()
  const walks = Object.entries({ ...people, ...programs, ...sites, ...work, ...external(others) })
  // Two callers at once, so that each process is busy with the one while it serves the other.
  const lane = async () => {
    for (let next = walks.shift(); next; next = walks.shift()) {
      const [name, walk] = next
      await walk(cluster).catch((cause: unknown) => {
        throw new Error(`failed: ${name}`, { cause })
      })
    }
  }
  await Promise.all([lane(), lane()])
  const { answers, nodes, errors } = await cluster.proxy.figures()
  expect({ failed: answers['5xx'] - before.answers['5xx'], errors }).toEqual({ failed: 0, errors: before.errors })
  expect(Math.min(...nodes)).toBeGreaterThan(100)
  expect(cluster.failedRequests()).toEqual([])
})
