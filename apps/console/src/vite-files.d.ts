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
