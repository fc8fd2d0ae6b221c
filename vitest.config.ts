import { defineConfig } from 'vitest/config';

/** `npm test` runs all but the suites that take long; `npm run test:long` (mode `long`) runs those too. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['packages/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(mode === 'long' ? [] : ['**/*.long.test.{ts,tsx}'])],
    globalSetup: ['packages/server/test/global-setup.ts'],
    // A process a file: suites start programs and databases of their own, and one that dies must not take others along.
    pool: 'forks',
    // Real databases and browsers on two busy cores; a test that needs more says so itself.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // PostgreSQL, the program under test and a browser share the cores with the test files.
    maxWorkers: 2,
  },
}));
