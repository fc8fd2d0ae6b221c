/** `/healthz` the process lives, `/readyz` it can work, `/metrics` for Prometheus. */
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/index.ts';

export interface HealthDeps {
  readonly db: Db;
  /** Batches that wait for the sequencer, and the size of the log. */
  logHead(db: Db): Promise<{ size: number; pendingBatches: number }>;
}

/** Batches the sequencer may be behind before this node calls itself not ready: some seconds of full load. */
const LAG_MAX = 1_000;

export async function healthRoutes(app: FastifyInstance, { db, logHead }: HealthDeps): Promise<void> {
  const answered = new Map<string, number>();
  app.addHook('onResponse', async (request, reply) => {
    const label = `method="${request.method}",status="${reply.statusCode}"`;
    answered.set(label, (answered.get(label) ?? 0) + 1);
  });

  app.get('/healthz', async () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    try {
      const { size, pendingBatches } = await logHead(db);
      const ready = pendingBatches <= LAG_MAX;
      return await reply
        .code(ready ? 200 : 503)
        .send({ status: ready ? 'ok' : 'behind', log: { size, pendingBatches } });
    } catch {
      return reply.code(503).send({ status: 'database-away' });
    }
  });

  app.get('/metrics', async (_request, reply) => {
    const head = await logHead(db).catch(() => undefined);
    const lines = [
      '# TYPE suyuan_http_requests_total counter',
      ...[...answered].map(([label, count]) => `suyuan_http_requests_total{${label}} ${count}`),
      '# TYPE suyuan_database_up gauge',
      `suyuan_database_up ${head === undefined ? 0 : 1}`,
      ...(head === undefined
        ? []
        : [
            '# TYPE suyuan_log_leaves gauge',
            `suyuan_log_leaves ${head.size}`,
            '# TYPE suyuan_sequencer_pending_batches gauge',
            `suyuan_sequencer_pending_batches ${head.pendingBatches}`,
          ]),
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    ];
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}
