import { defineConfig } from 'vitest/config'

/** What is done to a server that runs: `npm run faults`. Each file brings what it breaks, so that two can run at a time. */
export default defineConfig({
  test: {
    include: ['test/faults/*.test.ts'],
    globalSetup: ['test/setup/global.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 240_000,
    teardownTimeout: 20_000,
    disableConsoleIntercept: true,
  },
})
