/** What becomes of a body that is not read: an answer is no reason to go on listening for hours. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

interface Rest {
  readonly bytesMax: number;
  /** From the end of the answer. */
  readonly msMax: number;
}

/** Who was not asked to send: enough for a client that sends a form whole before it reads its answer, and no more. */
const UNASKED: Rest = { bytesMax: 1024 * 1024, msMax: 2_000 };
/** Who may send documents gets to read why one was refused, also a client that first sends all of it (512 MiB). */
const REFUSED: Rest = { bytesMax: 512 * 1024 * 1024, msMax: 30_000 };

const welcome = new WeakSet<FastifyRequest['raw']>();

/** The caller may send a body here. Say it when that is known, before the body is read. */
export function welcomeBody({ raw }: FastifyRequest): void {
  welcome.add(raw);
}

/** Bodies are left alone until a route reads them; the rest of one that is answered is bounded. Call it on the root. */
export function boundUnreadBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.addHook('onSend', async (request, reply) => readOut(request, reply));
}

function readOut({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete || raw.destroyed) {
    raw.resume();
    return;
  }
  const { bytesMax, msMax } = welcome.has(raw) ? REFUSED : UNASKED;
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  raw.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
    // Paused and not closed at once: a connection that is closed upon what is still coming takes the answer with it.
    if (bytes > bytesMax) raw.pause();
  });
  raw.on('error', () => undefined);
  raw.on('end', () => clearTimeout(timer));
  raw.on('close', () => clearTimeout(timer));
  reply.raw.once('finish', () => {
    if (!raw.complete) timer = setTimeout(() => raw.destroy(), msMax);
  });
}
