import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Two builds, in this order: `vite build` writes the browser's files with hashed names to `dist/client/assets`,
 * `vite build --ssr src/render.tsx` the server's bundle, which knows those names and carries React with it.
 */
export default defineConfig(({ isSsrBuild }) => ({
  root: here('.'),
  publicDir: false as const,
  base: '/',
  define: { 'process.env.NODE_ENV': '"production"', ...(isSsrBuild ? { __PUBLIC_ASSETS__: builtAssets() } : {}) },
  ssr: { noExternal: true as const },
  build: isSsrBuild
    ? { outDir: here('dist/server'), emptyOutDir: true, target: 'node20', minify: false }
    : {
        outDir: here('dist/client'),
        emptyOutDir: true,
        manifest: true,
        // Phones in use are old; these read modules, `<details>` and `<dialog>`.
        target: ['chrome80', 'safari14', 'firefox80'],
        assetsInlineLimit: 0,
        modulePreload: false as const,
        rolldownOptions: { input: { main: here('src/client/main.ts'), style: here('src/client/style.css') } },
      },
}));

/** Addresses of the browser's files, from the manifest of the first build. */
function builtAssets(): { script: string; style: string; icon: string } {
  const manifest: Record<string, { file: string } | undefined> = JSON.parse(
    readFileSync(here('dist/client/.vite/manifest.json'), 'utf8'),
  );
  const address = (source: string): string => {
    const file = manifest[source]?.file;
    if (file === undefined) throw new Error(`The client build wrote nothing for ${source}`);
    return `/${file}`;
  };
  return {
    script: address('src/client/main.ts'),
    style: address('src/client/style.css'),
    icon: address('src/client/icon.svg'),
  };
}
