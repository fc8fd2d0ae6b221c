/** Vite gives the address of the file under `/console/assets/`. */
declare module '*.svg' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: what Vite makes of such a file
  export default address;
}
declare module '*.css';
declare module '*.wasm?url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: what Vite makes of such a file
  export default address;
}

interface ImportMeta {
  /** Vite puts in what has such a path: what each exports, where it is `eager`, or a function that loads it. */
  glob<Found>(
    pattern: string,
    how: { readonly eager: true; readonly query: string; readonly import: string },
  ): Record<string, Found>;
  glob<Found>(pattern: string, how: { readonly import: string }): Record<string, () => Promise<Found>>;
}
