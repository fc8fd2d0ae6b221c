import { once } from 'node:events';
import { connect } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { keepWhileWorking } from './idle-socket.ts';

/** Longer than a busy machine takes to begin with a request. */
const IDLE_MS = 600;
const WORK_MS = 3 * IDLE_MS;

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

/** Works for three times as long as a connection may be idle; with `reads`, after it has read the body. */
async function listen(reads: boolean): Promise<number> {
  app = fastify({ connectionTimeout: IDLE_MS, forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.post('/', async (request, reply) => {
    keepWhileWorking(request, reply);
    const readAll = async (): Promise<void> => {
      for await (const _ of request.raw);
    };
    if (reads) await readAll();
    await new Promise((done) => setTimeout(done, WORK_MS));
    if (!reads) await readAll();
    return 'stored';
  });
  return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
}

/** What came back until the connection was closed. */
function send(port: number, body: string, length = body.length): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk));
    socket.on('error', fail);
    socket.on('close', () => done(answer));
    socket.write(`POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n${body}`);
  });
}

describe('a connection on which nothing passes', () => {
  test('is kept while a body that came whole is worked on', async () => {
    expect(await send(await listen(true), 'document')).toContain('stored');
  });

  test('is kept while what came of a body waits to be read', async () => {
    expect(await send(await listen(false), 'x'.repeat(1_000_000))).toContain('stored');
  });

  test('is closed when the client says nothing more in the middle of its body', async () => {
    expect(await send(await listen(true), 'docu', 100)).toBe('');
  });

  test('has its whole time again from when we have taken what came', async () => {
    app = fastify();
    const kept: boolean[] = [];
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    app.post('/', async (request, reply) => {
      keepWhileWorking(request, reply);
      const { socket } = request.raw;
      const fallIdle = (): number => kept.push(reply.raw.emit('timeout', socket) && !socket.destroyed);
      await once(request.raw, 'readable');
      fallIdle();
      request.raw.read();
      fallIdle();
      fallIdle();
      return 'never sent';
    });
    const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
    await send(port, 'docu', 100);
    expect(kept).toEqual([true, true, false]);
  });
});
