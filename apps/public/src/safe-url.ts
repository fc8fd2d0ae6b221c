/** A path of this site, or an `https:` address; anything else (`javascript:`, `//host`) is no link. */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined || /[\s\\]/.test(url)) return undefined;
  if (/^\/(?!\/)/.test(url)) return url;
  return /^https:\/\/[^/]/i.test(url) && URL.canParse(url) ? url : undefined;
}
