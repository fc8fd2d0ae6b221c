/** Answers by what they say: an ETag of the text, and nothing again to who has it already (RFC 9110 §13.1.2). */
import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** For a scope whose answers are the same for everybody; `private` where not everybody gets them. */
export function tagAnswers(app: FastifyInstance, kept: 'public' | 'private' = 'public'): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const tag = `"${hash('sha256', payload, 'hex')}"`;
    reply.header('etag', tag).header('cache-control', `${kept}, no-cache`);
    if (!isHeld(request.headers['if-none-match'], tag)) return payload;
    reply.code(304);
    return null;
  });
}

/** A proxy that compressed the answer may have made the tag a weak one. */
export function isHeld(held: string | undefined, tag: string): boolean {
  return (held ?? '').split(',').some((each) => [tag, `W/${tag}`, '*'].includes(each.trim()));
}
