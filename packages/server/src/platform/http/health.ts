/** `/healthz` the process lives, `/readyz` it can work, `/metrics` for Prometheus. */
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../ctx.ts';
import { type Queryable, serverVersion } from '../db/index.ts';
import type { LogFigures, LogHead, Metrics, ReaderFigures } from './metrics.ts';

export interface HealthDeps {
  /** The program's own. */
  readonly ctx: Pick<Ctx, 'read'>;
  /** Batches that wait for the sequencer, and the size of the log. */
  logHead(db: Queryable): Promise<LogHead>;
  /** Where each reader of the log is. */
  readerStates(db: Queryable): Promise<readonly ReaderFigures[]>;
  readonly metrics: Metrics;
}

/** Batches the sequencer may be behind before this node calls itself not ready: some seconds of full load. */
const LAG_MAX = 1_000;

export async function healthRoutes(
  app: FastifyInstance,
  { ctx, logHead, readerStates, metrics }: HealthDeps,
): Promise<void> {
  const figuresOf = async (db: Queryable): Promise<LogFigures> => ({
    head: await logHead(db),
    readers: await readerStates(db),
  });

  app.get('/healthz', async () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    try {
      const [{ head, readers: states }, database] = await ctx.read(async (tx) => [
        await figuresOf(tx),
        await serverVersion(tx),
      ]);
      const { size, pendingBatches } = head;
      // A reader that lags does not count: this node answers as well as ever, and to take it out of service would slow the
      // reader further. Whoever watches the readers has their figures here and in the metrics.
      const readers = states.map(({ name, lag, held, parked }) => ({ name, lag, held, parked }));
      const ready = pendingBatches <= LAG_MAX;
      return await reply
        .code(ready ? 200 : 503)
        .send({ status: ready ? 'ok' : 'behind', log: { size, pendingBatches }, readers, database });
    } catch {
      return reply.code(503).send({ status: 'database-away' });
    }
  });

  app.get('/metrics', async (_request, reply) => {
    const log = await ctx.read(figuresOf).catch(() => undefined);
    return reply.type(metrics.contentType).send(await metrics.expose(log));
  });
}
