import { basename } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes forty seconds and more, the longest first: begun last, one of them would keep everybody waiting at the end. */
const longest = ['failover', 'pgbouncer', 'lighthouse', 'backup', 'rolling-restart']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      [...longest, ''].findIndex((name) => name === '' || name === basename(moduleId, '.test.ts'))
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}

/** Foreign programs that the project does not depend on; `npm run test:peers` installs them first. */
export default defineConfig({
  test: {
    include: ['test/peers/*.test.ts'],
    globalSetup: ['test/setup/global.ts'],
    pool: 'forks',
    // More than processors: most of the time a file waits for another program.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 300_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    // What is waited for comes late on a machine that does something else as well.
    expect: { poll: { timeout: 30_000 } },
  },
})
