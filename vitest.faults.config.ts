import { defineConfig } from 'vitest/config'

/** What is done to a server that runs: `npm run faults`. Each file brings what it breaks, so that several can run at a time; most of it is waiting. */
export default defineConfig({
  test: {
    // The fail-over is among the peers of the short form already.
    include: ['test/faults/*.test.ts', ...(process.env.FAULTS === 'short' ? [] : ['test/peers/failover.test.ts'])],
    globalSetup: ['test/setup/global.ts'],
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 900_000,
    hookTimeout: 240_000,
    teardownTimeout: 20_000,
    // What is waited for comes late on a machine that does something else as well.
    expect: { poll: { timeout: 30_000 } },
    disableConsoleIntercept: true,
  },
})
