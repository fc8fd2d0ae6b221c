/**
 * The token of a one-time link, `/console/start#TOKEN`: a fragment goes into no log and no Referer. It is taken out of
 * the address before anything is drawn, and kept in memory alone.
 */

const TOKEN_LENGTH_MAX = 500;

export interface Place {
  readonly location: { readonly pathname: string; readonly hash: string };
  readonly history: { replaceState(state: unknown, unused: string, url: string): void };
}

export function takeLinkToken({ location, history }: Place): string | undefined {
  const { pathname, hash } = location;
  if (!/^\/console\/start\/?$/.test(pathname) || hash.length < 2) return undefined;
  history.replaceState(null, '', pathname);
  const token = hash.slice(1);
  return token.length > TOKEN_LENGTH_MAX ? undefined : token;
}
