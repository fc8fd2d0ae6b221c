/**
 * Builds the public pages when their sources changed, so that nobody has to think of it: the command line
 * hands `ensureBuilt` to the server, which calls it at start. Run as a program it builds and checks the byte budget.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { PageModel } from '@suyuan/api/public-page';
import type { InlineConfig } from 'vite';
import { checkSize } from './check-size.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const DIST = join(ROOT, 'dist');

/** The built pages. */
export interface BuiltPages {
  renderPage(model: PageModel): string;
  /** Headers that every page needs, lower case. */
  readonly PAGE_HEADERS: Readonly<Record<string, string>>;
  /** Folder of the browser's files, served under `/assets/`; their names change with their content. */
  readonly assetsDir: string;
}

/** The pages, built before where the sources changed since. */
export async function ensureBuilt(): Promise<BuiltPages> {
  const stamp = sourceStamp();
  if (!existsSync(join(DIST, stamp))) await buildApart();
  const folder = join(DIST, stamp);
  const { renderPage, PAGE_HEADERS } = await import(pathToFileURL(join(folder, 'server/render.js')).href);
  return { renderPage, PAGE_HEADERS, assetsDir: join(folder, 'client/assets') };
}

/**
 * Builds in a process of its own: a server does not keep the hundred megabytes of a bundler, and Vite, which builds for
 * development where the environment says so, as under a test runner, is told otherwise.
 */
async function buildApart(): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
  await promisify(execFile)(process.execPath, [import.meta.filename], { env });
}

/** A hash of everything that the build reads: one folder under `dist` each. */
function sourceStamp(): string {
  const sources = ['build.ts', 'package.json'];
  for (const entry of readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      sources.push(relative(ROOT, join(entry.parentPath, entry.name)));
  }
  const hash = createHash('sha256');
  for (const source of sources.sort()) hash.update(`${source}\0`).update(readFileSync(join(ROOT, source)));
  return hash.digest('hex').slice(0, 16);
}

const ICON = `icon-${createHash('sha256')
  .update(readFileSync(join(ROOT, 'src/client/icon.svg')))
  .digest('hex')
  .slice(0, 8)}.svg`;

/** Builds beside and renames, so that two processes that start at once do not meet half a build. */
async function buildInto(stamp: string): Promise<void> {
  const making = join(DIST, `making-${process.pid}`);
  const { build } = await import('vite');
  await build(clientConfig(making));
  copyFileSync(join(ROOT, 'src/client/icon.svg'), join(making, 'client/assets', ICON));
  await build(serverConfig(making));
  checkSize(join(making, 'client/assets'));
  writeFileSync(join(making, 'package.json'), '{ "type": "module" }\n');
  try {
    renameSync(making, join(DIST, stamp));
  } catch (error) {
    // Another process was faster; both built the same.
    if (!existsSync(join(DIST, stamp))) throw error;
  }
  removeOld(stamp);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Builds of yesterday and before; a younger one may be served by a program that runs, or be in the making. */
function removeOld(stamp: string): void {
  for (const name of readdirSync(DIST)) {
    const path = join(DIST, name);
    if (name !== stamp && Date.now() - statSync(path).mtimeMs > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}

const COMMON: InlineConfig = {
  configFile: false,
  root: ROOT,
  publicDir: false,
  base: '/',
  logLevel: 'warn',
};

function clientConfig(out: string): InlineConfig {
  const source = (path: string): string => join(ROOT, 'src/client', path);
  return {
    ...COMMON,
    build: {
      outDir: join(out, 'client'),
      emptyOutDir: true,
      manifest: true,
      // Phones in use are old; these read modules, `<details>` and `<dialog>`.
      target: ['chrome80', 'safari14', 'firefox80'],
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { input: { main: source('main.ts'), style: source('style.css'), fonts: source('fonts.css') } },
    },
  };
}

/** The server's bundle knows the names of the browser's files and carries React with it. */
function serverConfig(out: string): InlineConfig {
  const assets = JSON.stringify(builtAssets(join(out, 'client/.vite/manifest.json')));
  return {
    ...COMMON,
    define: { 'process.env.NODE_ENV': '"production"', __PUBLIC_ASSETS__: assets },
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, 'src/render.tsx'),
      outDir: join(out, 'server'),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
    },
  };
}

function builtAssets(manifestPath: string): { script: string; style: string; fonts: string; icon: string } {
  const manifest: Record<string, { file: string } | undefined> = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const address = (source: string): string => {
    const file = manifest[source]?.file;
    if (file === undefined) throw new Error(`The client build wrote nothing for ${source}`);
    return `/${file}`;
  };
  return {
    script: address('src/client/main.ts'),
    style: address('src/client/style.css'),
    fonts: address('src/client/fonts.css'),
    icon: `/assets/${ICON}`,
  };
}

if (import.meta.filename === process.argv[1]) {
  const stamp = sourceStamp();
  if (!existsSync(join(DIST, stamp))) await buildInto(stamp);
  const assetsDir = join(DIST, stamp, 'client/assets');
  const sizes = Object.entries(checkSize(assetsDir)).filter(([name]) => /\.(js|css)$/.test(name));
  for (const [name, bytes] of sizes) console.log(`${name} ${bytes} bytes gzipped`);
}
