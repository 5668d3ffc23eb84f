import { defineConfig } from 'vitest/config'

/** What is done to a server that runs: `npm run faults`. Each file brings what it breaks, so that several can run at a time; most of it is waiting. */
export default defineConfig({
  test: {
    include: ['test/faults/*.test.ts'],
    globalSetup: ['test/setup/global.ts'],
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 900_000,
    hookTimeout: 240_000,
    teardownTimeout: 20_000,
    disableConsoleIntercept: true,
  },
})
