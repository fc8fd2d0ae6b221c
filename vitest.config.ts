import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Whatever starts programs and browsers takes longest, and comes first: a long file at the end would leave a core idle. */
class ProgramsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { first = [], then = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
      moduleId.includes('/apps/cli/test/') ? 'first' : 'then',
    );
    return [...first, ...then];
  }
}

/** `npm test` runs all but the suites that take long; `npm run test:long` (mode `long`) runs those too. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['packages/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(mode === 'long' ? [] : ['**/*.long.test.{ts,tsx}'])],
    globalSetup: ['packages/server/test/global-setup.ts'],
    // A process a file: suites start programs and databases of their own, and one that dies must not take others along.
    pool: 'forks',
    sequence: { sequencer: ProgramsFirst },
    // Real databases and browsers on two busy cores; a test that needs more says so itself.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // PostgreSQL, the program under test and a browser share the cores with the test files.
    maxWorkers: 2,
  },
}));
