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

/** What is drawn is written in JSX, which Node does not run by itself. */
const DRAWN = ['apps/console/**/*.test.{ts,tsx}', 'apps/public/**/*.test.{ts,tsx}'];
const LONG = '**/*.long.test.{ts,tsx}';

/** `npm test` runs all but the suites that take long; `npm run test:long` (mode `long`) runs those too. */
export default defineConfig(({ mode }) => {
  const exclude = ['**/node_modules/**', '**/dist/**', ...(mode === 'long' ? [] : [LONG])];
  const shared = {
    // Processes, since suites start programs of their own; each for many files, which load the same modules: half of the processor
    // time of all that starts no program went into loading. What a file leaves behind in a module is there for the next one.
    pool: 'forks',
    isolate: false,
    setupFiles: 'packages/server/test/keep-compiled.ts',
    // Real databases and browsers on two busy cores; a test that needs more says so itself.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  } as const;
  return {
    test: {
      globalSetup: ['apps/cli/test/bundle-setup.ts', 'packages/server/test/global-setup.ts'],
      sequence: { sequencer: ProgramsFirst },
      // PostgreSQL, the program under test and a browser share the cores with the test files.
      maxWorkers: 2,
      projects: [
        {
          test: {
            ...shared,
            name: 'node',
            include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'tools/**/*.test.ts'],
            exclude: [...exclude, ...DRAWN],
            // Node loads the modules itself, as it does for the program: cheaper than Vite's loader.
            experimental: { viteModuleRunner: false, nodeLoader: false },
          },
        },
        { test: { ...shared, name: 'drawn', include: DRAWN, exclude } },
      ],
    },
  };
});
