/** Addresses of the files that `vite build` wrote; the server bundle is built after them and has these filled in. */
declare const __PUBLIC_ASSETS__:
  | { readonly script: string; readonly style: string; readonly icon: string; readonly fonts: string }
  | undefined;

/** Unbundled, as tests run it, the page names its files without a hash. */
export const ASSETS =
  typeof __PUBLIC_ASSETS__ === 'undefined'
    ? { script: '/assets/main.js', style: '/assets/style.css', icon: '/assets/icon.svg', fonts: '/assets/fonts.css' }
    : __PUBLIC_ASSETS__;
