/** `/v1/operator/backup`: a backup by a button, sent to the browser of whoever runs the installation. */
import type { Socket } from 'node:net';
import { Transform } from 'node:stream';
import { type BackupState, BackupStateSchema, MakeBackupSchema, Problem } from '@suyuan/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import type { OpenDatabase } from '../../platform/db/index.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { lastOccurrence, mustBe, mustHaveProven, noteHere } from '../identity/index.ts';
import { backup } from './backup.ts';
import { fileName } from './backup-file.ts';

/** What a backup is made of. */
export interface BackupSource {
  readonly owner: OpenDatabase['owner'];
  readonly keysDir: string;
}

export interface BackupRouteDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** Not there where the database is a server of its own: what is on it is not for a browser to carry away. */
  readonly source?: BackupSource | undefined;
}

export async function backupRoutes(app: FastifyInstance, { ctx: ctxOf, source }: BackupRouteDeps): Promise<void> {
  acceptJsonAlone(app, 16 * 1024);
  app.get(
    '/operator/backup',
    { schema: { response: { 200: BackupStateSchema } } },
    async (request): Promise<BackupState> => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'operate');
      const last = await lastOccurrence(ctx, 'backup.made');
      return { isOffered: source !== undefined, lastAt: last?.toISOString() ?? null };
    },
  );
  let isUnderWay = false;
  app.post<{ Body: { passphrase: string } }>(
    '/operator/backup',
    {
      schema: { body: MakeBackupSchema },
      config: { describes: { body: MakeBackupSchema, response: { 200: SENT } } },
    },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'operate');
      if (source === undefined) throw new Problem('backup.not-offered');
      mustHaveProven(ctx.actor, ctx.clock.now());
      if (isUnderWay) throw new Problem('backup.under-way');
      isUnderWay = true;
      const sink = notedAtItsEnd(ctx);
      try {
        // Beforehand as well: whoever breaks it off has a part of it.
        await ctx.write((tx) => noteHere(tx, ctx, { kind: 'backup.begun' }), { as: 'identity' });
      } catch (error) {
        isUnderWay = false;
        throw error;
      }
      const unwatch = cutWhereNobodyReads(sink, request.raw.socket);
      void send(ctx, source, { sink, passphrase: request.body.passphrase }).finally(() => {
        unwatch();
        isUnderWay = false;
      });
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename="${fileName(ctx.clock.now())}"`)
        .header('cache-control', 'no-store')
        .send(sink);
    },
  );
}

const STALLED_MS = 120_000;

/** A reader that takes nothing for so long would keep a transaction, and everybody else's backup, waiting. */
function cutWhereNobodyReads(sink: Transform, socket: Socket): () => void {
  let taken = socket.bytesWritten;
  const timer = setInterval(() => {
    if (sink.writableNeedDrain && socket.bytesWritten === taken) sink.destroy(new Error('nobody reads the backup'));
    taken = socket.bytesWritten;
  }, STALLED_MS);
  return () => clearInterval(timer);
}

const SENT = {
  description: 'The file, encrypted; as `suyuan restore` reads it. What was cut short does not open',
  content: { 'application/octet-stream': { schema: Type.Unsafe({ type: 'string', format: 'binary' }) } },
};

/** Passes everything on; that all of it was sent is noted before the end is, so that whoever has the file finds it noted. */
function notedAtItsEnd(ctx: Ctx): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      ctx
        .write((tx) => noteHere(tx, ctx, { kind: 'backup.made', detail: { bytes } }), { as: 'identity' })
        .then(() => done(), done);
    },
  });
}

/** Cuts the connection where it fails: what the browser then has is known to be no backup. */
async function send(
  ctx: Ctx,
  { owner, keysDir }: BackupSource,
  { sink, passphrase }: { readonly sink: Transform; readonly passphrase: string },
): Promise<void> {
  try {
    await backup(owner, sink, { passphrase, keysDir, clock: ctx.clock });
  } catch (error) {
    ctx.log.warn({ err: error }, 'a backup was not sent whole');
    sink.destroy(error instanceof Error ? error : undefined);
  }
}
