/** Whose silence an idle connection is: a client that says nothing more is left, one that waits for us is not. */
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An idle socket inside a request. */
export const SOCKET_TIMEOUT_MS = 120_000;

/**
 * Keeps the connection while the work is ours. A document of minutes, one packed small above all, waits and is read and
 * stored while nothing passes the line: its sender would be cut off and never told that it was stored.
 */
export function keepWhileWorking({ raw }: FastifyRequest, reply: FastifyReply): void {
  // A client is silent from when we have taken what it sent, not from its last byte: it may be at the next one only now.
  let waitedForUs = false;
  // Node closes a socket that is idle only where nobody listens.
  reply.raw.on('timeout', (socket: Socket) => {
    const isOurTurn = !reply.raw.writableEnded && (raw.complete || raw.readableLength > 0);
    if (isOurTurn || waitedForUs) socket.setTimeout(socket.timeout ?? SOCKET_TIMEOUT_MS);
    else socket.destroy();
    waitedForUs = isOurTurn;
  });
}
