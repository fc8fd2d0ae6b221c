/** Whether whoever asked is still there. */
import type { FastifyReply } from 'fastify';

/** Aborted when the connection closes before all is sent. */
export function leftSignal(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) left.abort();
  });
  if (reply.raw.destroyed && !reply.raw.writableFinished) left.abort();
  return left.signal;
}
