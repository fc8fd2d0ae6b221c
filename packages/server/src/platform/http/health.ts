/** `/healthz` the process lives, `/readyz` it can work, `/metrics` for Prometheus. */
import type { FastifyInstance } from 'fastify';
import { type Db, serverVersion } from '../db/index.ts';
import type { LogHead, Metrics } from './metrics.ts';

export interface HealthDeps {
  readonly db: Db;
  /** Batches that wait for the sequencer, and the size of the log. */
  logHead(db: Db): Promise<LogHead>;
  readonly metrics: Metrics;
}

/** Batches the sequencer may be behind before this node calls itself not ready: some seconds of full load. */
const LAG_MAX = 1_000;

export async function healthRoutes(app: FastifyInstance, { db, logHead, metrics }: HealthDeps): Promise<void> {
  app.get('/healthz', async () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    try {
      const { size, pendingBatches } = await logHead(db);
      const database = await serverVersion(db);
      const ready = pendingBatches <= LAG_MAX;
      return await reply
        .code(ready ? 200 : 503)
        .send({ status: ready ? 'ok' : 'behind', log: { size, pendingBatches }, database });
    } catch {
      return reply.code(503).send({ status: 'database-away' });
    }
  });

  app.get('/metrics', async (_request, reply) => {
    const head = await logHead(db).catch(() => undefined);
    return reply.type(metrics.contentType).send(await metrics.expose(head));
  });
}
