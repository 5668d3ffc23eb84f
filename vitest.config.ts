import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const shared = {
  pool: 'forks' as const,
  // For what hangs: on two busy cores, and on slower ones, a test takes many times what it takes alone.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  restoreMocks: true,
  setupFiles: ['test/setup/after-file.ts'],
  // What is waited for comes late on a machine that runs other tests.
  expect: { poll: { timeout: 20_000 } },
}

/** What tells most, in least time, about the protocol operations that `server/direct` answers. */
const protocolTests = ['test/oidc/conformance/*.test.ts', 'test/security/{03-codes,07-refresh,23-races}.test.ts']

const excluded = ['test/browser/**', 'test/peers/**', 'test/faults/**']

/** Files that have a process of their own: those that put something else in place of a module, and what measures its process. */
const alone = [
  'test/server/every-operation-built.test.ts',
  ...globSync('test/**/*.test.ts', { exclude: excluded }).filter((file) =>
    /^vi\.mock\(/m.test(readFileSync(file, 'utf8')),
  ),
]

/** Every test that needs no browser, against one PostgreSQL that the run starts itself. */
export default defineConfig({
  test: {
    globalSetup: ['test/setup/global.ts'],
    // On two cores: with two of them the cores are idle for two fifths of the time (docs/measurements/test-time.md).
    maxWorkers: 3,
    teardownTimeout: 20_000,
    projects: [
      {
        test: {
          ...shared,
          name: 'server',
          include: ['test/**/*.test.ts'],
          exclude: [...excluded, ...alone],
          // The files share three processes, and with them the modules and the validators that one has loaded (docs/decisions/0041).
          isolate: false,
        },
      },
      { test: { ...shared, name: 'alone', include: alone } },
      // A second time, with everything answered by the OpenID engine.
      { test: { ...shared, name: 'engine', isolate: false, env: { DIRECT: 'off' }, include: protocolTests } },
    ],
  },
})
