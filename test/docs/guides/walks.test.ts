import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningMock, startMock } from '../../mocks/start.ts'
import { temporaryDirectory } from '../../setup/temporary.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { calledBy, commandsOf, expectPromised } from './commands.ts'
import { demoCall } from './curl.ts'
import { guides } from './guides.ts'
import { runBlocks } from './shell.ts'

let mock: RunningMock
let server: TestServer

beforeAll(async () => {
  ;[mock, server] = await Promise.all([startMock(), startTestServer()])
})
afterAll(() => Promise.all([mock.stop(), server.close()]))

/**
 * The guides of OneAccess: a reader goes through one of them from the first block to the last in one shell. Their
 * blocks are the same in both languages, which the tests of guides see to; one language is enough.
 */
const walks = guides
  .filter(({ folder, language }) => folder === 'oneaccess' && language === 'zh')
  .map((guide) => ({ name: guide.name, commands: commandsOf(guide) }))

test('the guides have commands to run, and some show a failure', () => {
  const commands = walks.flatMap((walk) => walk.commands)
  expect(commands.filter(({ code }) => code.includes('curl')).length).toBeGreaterThan(45)
  expect(commands.filter(({ shown }) => /"error/.test(shown?.code ?? '')).length).toBeGreaterThanOrEqual(10)
})

test.each(walks)('$name', async ({ commands }) => {
  const directory = await temporaryDirectory()
  try {
    // Some guides go to the mock for what the demo data have no setting for.
    const codes = commands.map(({ code }) => code.replaceAll('http://localhost:4010', mock.origin))
    const outcomes = await runBlocks(codes, server.issuer, directory.path)
    for (const [index, command] of commands.entries()) {
      const operation = calledBy(command, mock)
      const outcome = outcomes[index]
      expect(outcome?.status !== undefined, command.code).toBe(operation !== undefined || demoCall.test(command.code))
      if (operation && outcome) expectPromised(command, operation, outcome)
      // What a block without a call prints is a part of an answer: complete, or the block has lost something of it.
      else if (outcome?.stdout) expect(() => JSON.parse(outcome.stdout)).not.toThrow()
    }
  } finally {
    await directory.remove()
  }
})
