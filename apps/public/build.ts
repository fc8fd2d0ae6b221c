/**
 * Builds the public pages when their sources changed, so that nobody has to think of it: the command line
 * hands `ensureBuilt` to the server, which calls it at start. Run as a program it builds and checks the byte budget.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageModel } from '@suyuan/api/public-page';
import { builtFolder, makeFolder, packFiles } from '@suyuan/web-build';
import type { InlineConfig } from 'vite';
import { checkSize } from './check-size.ts';

const ROOT = import.meta.dirname;
const WORKSPACE = {
  program: import.meta.filename,
  sources: [
    '../../packages/web-build/src/shows-chinese.ts',
    ...readdirSync(join(ROOT, '../../packages/web-build/src/scan')).map(
      (file) => `../../packages/web-build/src/scan/${file}`,
    ),
  ],
};

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
  const folder = await builtFolder(WORKSPACE);
  const { renderPage, PAGE_HEADERS } = await import(pathToFileURL(join(folder, 'server/render.js')).href);
  return { renderPage, PAGE_HEADERS, assetsDir: join(folder, 'client/assets') };
}

const ICON = `icon-${createHash('sha256')
  .update(readFileSync(join(ROOT, 'src/client/icon.svg')))
  .digest('hex')
  .slice(0, 8)}.svg`;

async function buildInto(making: string): Promise<void> {
  const { build } = await import('vite');
  await build(clientConfig(making));
  copyFileSync(join(ROOT, 'src/client/icon.svg'), join(making, 'client/assets', ICON));
  await build(serverConfig(making));
  checkSize(join(making, 'client/assets'));
  await packFiles(join(making, 'client/assets'));
  writeFileSync(join(making, 'package.json'), '{ "type": "module" }\n');
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
  const assetsDir = join(await makeFolder(WORKSPACE, buildInto), 'client/assets');
  const sizes = Object.entries(checkSize(assetsDir)).filter(([name]) => /\.(js|css)$/.test(name));
  for (const [name, bytes] of sizes) console.log(`${name} ${bytes} bytes gzipped`);
}
