/** A text that is told many times over: its tag and its packed forms are made once. */
import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Encoding, encodingFor, PACKED_MIN_BYTES, pack, varyBy } from './packed.ts';
import { isHeld } from './tagged.ts';

export interface Told {
  /** Of what it says, however it is packed. */
  readonly tag: string;
  /** Its bytes, packed so; themselves where that gains nothing. */
  as(encoding: Encoding): Promise<Buffer>;
  readonly isPacked: boolean;
}

const TAG_LENGTH = 27; // 160 bits as base64url

export function createTold(text: string): Told {
  const bytes = Buffer.from(text);
  const isPacked = bytes.length >= PACKED_MIN_BYTES;
  const packed = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(bytes)]]);
  return {
    tag: `"${hash('sha256', bytes, 'base64url').slice(0, TAG_LENGTH)}"`,
    isPacked,
    as(encoding) {
      const known = packed.get(isPacked ? encoding : 'identity');
      if (known !== undefined) return known;
      const made = pack(bytes, encoding);
      packed.set(encoding, made);
      made.catch(() => packed.delete(encoding));
      return made;
    },
  };
}

/** Sends it as the client takes it, or says that the client has it already (RFC 9110 §13.1.2). Its type is set by the caller. */
export async function sendTold(request: FastifyRequest, reply: FastifyReply, told: Told): Promise<FastifyReply> {
  varyBy(reply, 'accept-encoding');
  if (reply.statusCode === 200) {
    // Weak: packed it is of other bytes.
    reply.header('etag', `W/${told.tag}`);
    if (isHeld(request.headers['if-none-match'], told.tag)) return reply.code(304).removeHeader('content-type').send();
  }
  const encoding = told.isPacked ? encodingFor(request) : 'identity';
  const bytes = await told.as(encoding);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(bytes);
}
