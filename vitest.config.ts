import { defineConfig } from 'vitest/config'

const shared = {
  pool: 'forks',
  testTimeout: 20_000,
  hookTimeout: 60_000,
  restoreMocks: true,
  // What is waited for comes late on a machine that runs other tests.
  expect: { poll: { timeout: 10_000 } },
} as const

/** What tells most, in least time, about the protocol operations that `server/direct` answers. */
const protocolTests = ['test/oidc/conformance/*.test.ts', 'test/security/{03-codes,07-refresh,23-races}.test.ts']

/** Every test that needs no browser, against one PostgreSQL that the run starts itself. */
export default defineConfig({
  test: {
    globalSetup: ['test/setup/global.ts'],
    maxWorkers: 2,
    teardownTimeout: 20_000,
    projects: [
      {
        test: {
          ...shared,
          name: 'server',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/peers/**', 'test/faults/**'],
        },
      },
      // A second time, with everything answered by the OpenID engine.
      { test: { ...shared, name: 'engine', env: { DIRECT: 'off' }, include: protocolTests } },
    ],
  },
})
