import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { apiOfJourney, journeyFiles, runJourneys } from '../support/journeys.ts'
import { type RunningPrism, startPrism } from '../support/prism.ts'
import { type RunningMock, startMock } from './start.ts'

let mock: RunningMock
let proxies: Record<'account' | 'oneaccess', RunningPrism>
let folder: string

beforeAll(async () => {
  mock = await startMock()
  const [account, oneaccess] = await Promise.all(
    (['account', 'oneaccess'] as const).map((api) => startPrism(api, mock.origin)),
  )
  if (!account || !oneaccess) throw new Error('Prism is missing.')
  proxies = { account, oneaccess }
  folder = await mkdtemp(join(tmpdir(), 'journeys-'))
}, 120_000)
beforeEach(() => mock.reset())
afterAll(async () => {
  for (const { stop } of Object.values(proxies)) stop()
  await mock.stop()
  await rm(folder, { recursive: true })
})

interface Har {
  log: {
    entries: { request: { url: string }; response: { status: number; headers: { name: string; value: string }[] } }[]
  }
}

/** What stock Prism says of the answers of a journey, by address. */
async function violationsIn(har: string) {
  const { log } = JSON.parse(await readFile(har, 'utf8')) as Har
  return log.entries.map(({ request, response }) => {
    const headers = new Map(response.headers.map(({ name, value }) => [name.toLowerCase(), value]))
    return [request.url, headers.get('sl-violations'), headers.has('x-request-id')]
  })
}

test.each(journeyFiles)(
  'stock Prism in front of the mock finds no violation in %s',
  async (file) => {
    const har = join(folder, `${file}.har`)
    // On the mock the person at the other screen has always agreed; here not yet.
    if (file.startsWith('device')) mock.next('issueToken', { example: 'authorizationPending' })
    // Every step ends as the journey says, or this fails.
    expect(await runJourneys(file, proxies[apiOfJourney(file)].origin, har)).toMatch(/Workflows: \d+ passed, \d+ total/)
    const answers = await violationsIn(har)
    expect(answers.length).toBeGreaterThan(2)
    // The mock has answered, not Prism in its place.
    expect(answers).toEqual(answers.map(([url]) => [url, undefined, true]))
  },
  60_000,
)
