/**
 * Builds the console when its sources changed: the command line hands `ensureConsoleBuilt` to the server, which calls it
 * at start. Run as a program it builds.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFolder, makeFolder, packFiles } from '@suyuan/web-build';
import type { InlineConfig, Plugin } from 'vite';

const ROOT = import.meta.dirname;
const WORKSPACE = {
  program: import.meta.filename,
  sources: [
    'index.html',
    'silent-icons.ts',
    'worker/worker.ts',
    '../../packages/web-build/src/shows-chinese.ts',
    ...filesOf('../../packages/web-build/src/scan'),
    ...['cn/divisions.ts', 'cn/divisions-list.ts', 'gs1/check-digit.ts'].map(
      (file) => `../../packages/codes/src/${file}`,
    ),
    ...['index.ts', 'elements.ts', 'levels.ts'].map((file) => `../../packages/api/src/disclosure/${file}`),
    ...['outline.ts', 'parse-guide.ts', 'plugin.ts'].map((file) => `guides/${file}`),
    ...['guides', 'images/guides', 'images/disclosure'].flatMap((folder) => filesOf(`../../docs/${folder}`)),
  ],
};

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder)).map((file) => `${folder}/${file}`);
}

const BASE = '/console/';

/** Stands in the built page where the nonce of an answer goes; in no source. */
const NONCE_PLACE = 'suyuan-nonce-of-this-answer';

/** The built console. */
export interface BuiltConsole {
  /** Folder of the browser's files, served under `/console/assets/`; their names change with their content. */
  readonly assetsDir: string;
  /** The script that keeps the page and its files on the device. */
  readonly worker: string;
  /** The one page, whose styles the browser takes by `nonce`, one of its own each answer. */
  indexHtml(nonce: string): string;
}

/** The console, built before where its sources changed since. */
export async function ensureConsoleBuilt(): Promise<BuiltConsole> {
  const folder = await builtFolder(WORKSPACE);
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  return {
    assetsDir: join(folder, 'assets'),
    worker: readFileSync(join(folder, 'worker.js'), 'utf8'),
    indexHtml: (nonce) => html.replaceAll(NONCE_PLACE, nonce),
  };
}

// What people work with in offices and warehouses; Ant Design's styles need `:where` (Chromium 88), and modules that wait Chromium 89.
const TARGET = ['chrome89', 'safari15', 'firefox89'];

const COMMON: InlineConfig = { configFile: false, root: ROOT, publicDir: false, base: BASE, logLevel: 'warn' };

/** Guides have chunks that are known by name: the worker leaves them until one is read. */
const GUIDE_FILES = 'assets/guide-[name]-[hash].js';

function config(outDir: string, plugins: Plugin[]): InlineConfig {
  return {
    ...COMMON,
    plugins,
    html: { cspNonce: NONCE_PLACE },
    build: {
      outDir,
      emptyOutDir: true,
      target: TARGET,
      // Nothing of `data:` in styles: the content policy takes fonts from the server alone.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        // Of the list of 800 icons, only those used are read.
        experimental: { lazyBarrel: true },
        // Ant Design marks its files for frameworks that draw on the server, which nothing here does.
        onLog: (level, log, say) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && say(level, log),
        output: {
          // What the first page loads anyway is one file: of fifty, the heads alone were 25 kB.
          codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
          chunkFileNames: ({ facadeModuleId }) =>
            facadeModuleId?.endsWith('.md') === true ? GUIDE_FILES : 'assets/[name]-[hash].js',
        },
      },
    },
  };
}

/** Kept on a device once it was used: fonts, guides with their pictures, and the megabyte that reads codes, which most devices never need. */
const WHEN_USED = /\.woff2$|^fonts-|^guide-|\.png$|\.wasm$/;

/** The service worker: one plain script, which knows the names of what was built before. */
function workerConfig(outDir: string): InlineConfig {
  const names = readdirSync(join(outDir, 'assets')).sort();
  const paths = (those: (name: string) => boolean): string =>
    JSON.stringify(names.filter(those).map((name) => `${BASE}assets/${name}`));
  const [entry] = /\/console\/assets\/[^"]+\.js/.exec(readFileSync(join(outDir, 'index.html'), 'utf8')) ?? [];
  if (entry === undefined) throw new Error('The page loads no script');
  return {
    ...COMMON,
    define: {
      __FILES__: paths((name) => !WHEN_USED.test(name)),
      __WHEN_USED__: paths((name) => WHEN_USED.test(name)),
      __ENTRY__: JSON.stringify(entry),
    },
    build: {
      outDir,
      emptyOutDir: false,
      target: TARGET,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(ROOT, 'worker/worker.ts'),
        output: { format: 'iife', entryFileNames: 'worker.js' },
      },
    },
  };
}

if (import.meta.filename === process.argv[1]) {
  await makeFolder(WORKSPACE, async (making) => {
    const { build } = await import('vite');
    const { guidesPlugin } = await import('./guides/plugin.ts');
    const { silentIcons } = await import('./silent-icons.ts');
    await build(config(making, [guidesPlugin(), silentIcons()]));
    await build(workerConfig(making));
    await packFiles(join(making, 'assets'));
  });
}
