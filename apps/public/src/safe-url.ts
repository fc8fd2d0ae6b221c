/** A path of this site, or an `https:` address; anything else (`javascript:`, `//host`) is no link. */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined || /[\s\\]/.test(url)) return undefined;
  if (/^\/(?!\/)/.test(url)) return url;
  return /^https:\/\/[^/]/i.test(url) && URL.canParse(url) ? url : undefined;
}

/** An address on a site of others with the site's name, as the browser will show it; what is none, or hides one, is no link. */
export function siteAddress(url: string | undefined): { readonly href: string; readonly host: string } | undefined {
  if (url === undefined || !/^https?:\/\/[^\s\\]+$/i.test(url)) return undefined;
  const parsed = URL.parse(url);
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return undefined;
  return { href: parsed.href, host: parsed.host };
}
