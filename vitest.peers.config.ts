import { defineConfig } from 'vitest/config'

/** Foreign programs that the project does not depend on; `npm run test:peers` installs them first. */
export default defineConfig({
  test: { include: ['test/peers/*.test.ts'], testTimeout: 300_000, maxWorkers: 1 },
})
