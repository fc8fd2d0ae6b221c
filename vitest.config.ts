import { defineConfig } from 'vitest/config';

/** `npm test`; `LONG=1` adds the suites that take long (`npm run test:long`). */
export default defineConfig({
  test: {
    include: ['packages/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(process.env.LONG === undefined ? ['**/*.long.test.ts'] : [])],
    globalSetup: ['packages/server/test/global-setup.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
