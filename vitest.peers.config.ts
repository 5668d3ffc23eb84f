import { defineConfig } from 'vitest/config'
import { longestFirst } from './test/setup/longest-first.ts'

/** Foreign programs that the project does not depend on; `npm run test:peers` installs them first. */
export default defineConfig({
  test: {
    include: ['test/peers/*.test.ts'],
    globalSetup: ['test/setup/global.ts'],
    pool: 'forks',
    // More than processors: most of the time a file waits for another program.
    maxWorkers: 3,
    // Those that take forty seconds and more.
    sequence: { sequencer: longestFirst(['pgbouncer', 'rsyslog', 'lighthouse', 'backup', 'rolling-restart']) },
    testTimeout: 600_000,
    hookTimeout: 240_000,
    teardownTimeout: 20_000,
    // What is waited for comes late on a machine that does something else as well.
    expect: { poll: { timeout: 30_000 } },
  },
})
