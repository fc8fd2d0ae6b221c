/** `/healthz` the process lives, `/readyz` it can work, `/metrics` for Prometheus. */
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../ctx.ts';
import { type Queryable, serverVersion } from '../db/index.ts';
import type { LogHead, Metrics } from './metrics.ts';

export interface HealthDeps {
  /** The program's own. */
  readonly ctx: Pick<Ctx, 'read'>;
  /** Batches that wait for the sequencer, and the size of the log. */
  logHead(db: Queryable): Promise<LogHead>;
  readonly metrics: Metrics;
}

/** Batches the sequencer may be behind before this node calls itself not ready: some seconds of full load. */
const LAG_MAX = 1_000;

export async function healthRoutes(app: FastifyInstance, { ctx, logHead, metrics }: HealthDeps): Promise<void> {
  app.get('/healthz', async () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    try {
      const [{ size, pendingBatches }, database] = await ctx.read(async (tx) => [
        await logHead(tx),
        await serverVersion(tx),
      ]);
      const ready = pendingBatches <= LAG_MAX;
      return await reply
        .code(ready ? 200 : 503)
        .send({ status: ready ? 'ok' : 'behind', log: { size, pendingBatches }, database });
    } catch {
      return reply.code(503).send({ status: 'database-away' });
    }
  });

  app.get('/metrics', async (_request, reply) => {
    const head = await ctx.read(logHead).catch(() => undefined);
    return reply.type(metrics.contentType).send(await metrics.expose(head));
  });
}
