/** What the reading worker tells the page. */
export type Told =
  | { readonly kind: 'loading'; readonly part: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly texts: readonly string[] }
  | { readonly kind: 'failed' };
