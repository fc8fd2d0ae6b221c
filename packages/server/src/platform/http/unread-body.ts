/** What becomes of a body that is not read: an answer is no reason to go on listening for hours. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

interface Bound {
  readonly bytesMax: number;
  /** From the end of the answer. */
  readonly msMax: number;
}

/** Who was not asked to send: enough for a client that sends a form whole before it reads its answer, and no more. */
const UNASKED: Bound = { bytesMax: 1024 * 1024, msMax: 2_000 };
/** Who may send documents gets to read why one was refused, also a client that first sends all of it (512 MiB). */
const REFUSED: Bound = { bytesMax: 512 * 1024 * 1024, msMax: 30_000 };

const welcome = new WeakSet<FastifyRequest['raw']>();

/** The caller may send a body here. Say it when that is known, before the body is read. */
export function welcomeBody({ raw }: FastifyRequest): void {
  welcome.add(raw);
}

/** Bodies are left alone until a route reads them; the rest of one that is answered is bounded. Call it on the root. */
export function boundUnreadBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const rests = new Set<Rest>();
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    for (const rest of rests) rest.hurry();
  });
  app.addHook('onSend', async (request, reply) => {
    const rest = readOut(request, reply);
    if (rest === undefined) return;
    rests.add(rest);
    request.raw.once('close', () => rests.delete(rest));
    if (isClosing) rest.hurry();
  });
}

/** What is still to come of a body whose answer is sent. */
interface Rest {
  /** The server closes: nobody is waited for who has an answer. */
  hurry(): void;
}

function readOut({ raw }: FastifyRequest, reply: FastifyReply): Rest | undefined {
  if (raw.complete || raw.destroyed) {
    raw.resume();
    return undefined;
  }
  const { bytesMax, ...bound } = welcome.has(raw) ? REFUSED : UNASKED;
  let { msMax } = bound;
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  const leaveIn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => raw.destroy(), ms);
  };
  raw.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
    // Paused and not closed at once: a connection that is closed upon what is still coming takes the answer with it.
    if (bytes > bytesMax) raw.pause();
  });
  raw.on('error', () => undefined);
  raw.on('end', () => clearTimeout(timer));
  raw.on('close', () => clearTimeout(timer));
  reply.raw.once('finish', () => {
    if (!raw.complete) leaveIn(msMax);
  });
  return {
    hurry() {
      msMax = Math.min(msMax, UNASKED.msMax);
      if (timer !== undefined && !raw.complete) leaveIn(msMax);
    },
  };
}
