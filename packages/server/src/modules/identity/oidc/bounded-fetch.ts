/** Requests to a provider, with bounds on what it may do to us: time, size, redirects, plain text on the wire. */

/** The provider is away, or does not answer as a provider does: nothing is wrong with who signs in. */
export class ProviderAway extends Error {
  override name = 'ProviderAway';
}

/** Metadata and key sets are some ten kB. */
const ANSWER_BYTES_MAX = 512 * 1024;
/** What the standard gives no body to; `Response` takes none there. */
const EMPTY = [204, 205, 304];

/**
 * As `fetch`; the whole answer is read while the caller's signal allows, redirects are not followed (ASVS 15.3.2).
 * @throws ProviderAway
 */
export async function boundedFetch(url: string, options: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, { ...options, redirect: 'manual' });
    if (response.status >= 500 || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel();
      throw new ProviderAway(`${url} answers ${response.status}`);
    }
    const body = await bodyOf(response);
    const { status, headers } = response;
    return new Response(EMPTY.includes(status) ? null : body, { status, headers });
  } catch (cause) {
    throw cause instanceof ProviderAway ? cause : new ProviderAway(`${url} is not reached`, { cause });
  }
}

async function bodyOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Counted as unpacked, so that little on the wire does not become much here. Leaving the loop ends the connection.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES_MAX)
      throw new ProviderAway(`${response.url} answers with more than ${ANSWER_BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** https; or, where plain http is allowed at all, a server of this machine. */
export function isAllowedAddress(address: string, allowInsecure: boolean): boolean {
  const url = URL.parse(address);
  if (url?.protocol === 'https:') return true;
  return allowInsecure && url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}
