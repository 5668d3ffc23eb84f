import { defineConfig } from 'vitest/config'

/** The tests that drive a real browser, one file at a time. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/setup/global.ts'],
    pool: 'forks',
    // One browser and one import of the server for all files.
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    // What is waited for comes late on a machine that does something else as well.
    expect: { poll: { timeout: 30_000 } },
  },
})
