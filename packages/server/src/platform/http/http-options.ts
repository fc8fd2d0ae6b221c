/** Limits of a listener, the same for plain HTTP and for TLS. */
import { HEADERS_BYTES_MAX } from './client-errors.ts';

const HEADERS_TIMEOUT_MS = 20_000;
/** How often Node looks for requests that are beyond their time; at its 30 s, a head of 20 s held a line for 50. */
const CONNECTIONS_CHECK_MS = 5_000;
/** A body of half a gigabyte over a slow line; what comes slower than this is not a client that works. */
export const REQUEST_TIMEOUT_MS = 60 * 60 * 1000;
export const KEEP_ALIVE_MS = 65_000;

/** A request without a Host header is answered by us, in the words of a problem. */
export const HTTP_OPTIONS = {
  headersTimeout: HEADERS_TIMEOUT_MS,
  connectionsCheckingInterval: CONNECTIONS_CHECK_MS,
  maxHeaderSize: HEADERS_BYTES_MAX,
  requireHostHeader: false,
};

/** Headers wanted of every answer; a page adds its own content policy. */
export const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};
