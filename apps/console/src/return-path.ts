/** Where a person wanted to go, carried through the sign-in page as `?return=`. */

/** Address of the sign-in page, from which one comes back to `path`. */
export function signInPath(path: string): string {
  return path === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ return: path })}`;
}

/** The path to come back to. Only paths of the console are: an address may have been made by anybody. */
export function returnPath(search: URLSearchParams): string {
  const path = search.get('return') ?? '/';
  // Browsers read a backslash as a slash, and two slashes begin another host; control characters they leave out.
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) && !path.startsWith('/sign-in') ? path : '/';
}
