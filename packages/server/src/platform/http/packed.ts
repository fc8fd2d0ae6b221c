/** Packs answers for whoever takes them packed (RFC 9110 §12.5.3): pages open on slow lines. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The best first. */
const PACKINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof PACKINGS)[number] | 'identity';

/** What is smaller fits into a packet. */
export const PACKED_MIN_BYTES = 1_000;
/** Of Brotli: 1 ms for a page, 4 % larger than with three times as long. */
const QUALITY = 4;
const TEXTS = /^(?:text\/|image\/svg|application\/(?:[a-z.-]+\+)?json)/;

const [packBrotli, packGzip] = [promisify(brotliCompress), promisify(gzip)];

export async function pack(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br': {
      const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      return packBrotli(bytes, { params });
    }
    case 'gzip':
      return packGzip(bytes);
    case 'identity':
      return bytes;
  }
}

/** The best that the client takes. Programs that ask for nothing are given it as it is. */
export function encodingFor({ headers }: Pick<FastifyRequest, 'headers'>): Encoding {
  const taken = new Map(
    String(headers['accept-encoding'] ?? '')
      .toLowerCase()
      .split(',')
      .map((each): [string, boolean] => {
        const [name = '', ...rest] = each.split(';').map((part) => part.trim());
        return [name, !rest.some((part) => /^q=0(?:\.0*)?$/.test(part))];
      }),
  );
  return PACKINGS.find((packing) => taken.get(packing) ?? taken.get('*') ?? false) ?? 'identity';
}

/** Adds a header that the answer depends on. */
export function varyBy(reply: FastifyReply, name: string): void {
  const held = reply.getHeader('vary');
  const names = (held === undefined ? '' : String(held)).split(',').map((each) => each.trim());
  if (names.some((each) => each.toLowerCase() === name)) return;
  reply.header('vary', [...names.filter((each) => each !== ''), name].join(', '));
}

/**
 * For a scope whose answers hold no secret: the length of a packed answer tells of what is in it beside what was asked (BREACH). What no
 * cache may keep is somebody's, and is sent as it is.
 */
export function packAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || reply.hasHeader('content-encoding')) return payload;
    if (!TEXTS.test(String(reply.getHeader('content-type') ?? ''))) return payload;
    if (/no-store/.test(String(reply.getHeader('cache-control') ?? ''))) return payload;
    varyBy(reply, 'accept-encoding');
    const encoding = encodingFor(request);
    if (encoding === 'identity' || payload.length < PACKED_MIN_BYTES) return payload;
    reply.header('content-encoding', encoding).removeHeader('content-length');
    return pack(Buffer.from(payload), encoding);
  });
}
