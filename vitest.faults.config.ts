import { defineConfig } from 'vitest/config'
import { longestFirst } from './test/setup/longest-first.ts'

/** What is done to a server that runs: `npm run faults`. Each file brings what it breaks, so that several can run at a time; most of it is waiting. */
export default defineConfig({
  test: {
    include: ['test/faults/*.test.ts'],
    globalSetup: ['test/setup/global.ts'],
    pool: 'forks',
    maxWorkers: 3,
    // Two minutes each, where the others take one or less.
    sequence: { sequencer: longestFirst(['failover', 'jobs', 'disks']) },
    testTimeout: 900_000,
    hookTimeout: 240_000,
    teardownTimeout: 20_000,
    // What is waited for comes late on a machine that does something else as well.
    expect: { poll: { timeout: 30_000 } },
    disableConsoleIntercept: true,
  },
})
