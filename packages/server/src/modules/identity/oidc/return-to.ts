import { Problem } from '@suyuan/api';

/** Any that a path is read against; a path that leaves it is none. */
const SOME_ORIGIN = 'https://suyuan.invalid';
const CONSOLE = /^\/console(?:[/?#]|$)/;
/** Browsers read a backslash as a slash, and leave out line ends. */
const NOT_OF_PATHS = /[\\\p{C}\s]/u;

/** A path of the console, as a browser reads it: whoever has signed in is sent to no other. @throws Problem `request.invalid` */
export function readReturnTo(given = '/console'): string {
  const url = NOT_OF_PATHS.test(given) || !CONSOLE.test(given) ? null : URL.parse(given, SOME_ORIGIN);
  if (url?.origin !== SOME_ORIGIN || !CONSOLE.test(url.pathname)) {
    throw new Problem('request.invalid', { reason: 'returnTo' });
  }
  return url.pathname + url.search + url.hash;
}
