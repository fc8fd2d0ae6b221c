/** Writers that keep a ledger of what the database acknowledged, to hold against what it kept. */
import pg from 'pg';

export interface Ledger {
  readonly acknowledged: readonly number[];
  stop(): Promise<void>;
}

/** Starts `count` writers, each a connection that inserts one row a transaction, until they are stopped or cut off. */
export async function startWriters(address: string, count: number, settings = ''): Promise<Ledger> {
  const acknowledged: number[] = [];
  let stopping = false;
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: address }));
  for (const client of clients) {
    client.on('error', () => undefined);
    await client.connect();
    await client.query(settings);
  }
  const writing = clients.map(async (client) => {
    while (!stopping) {
      try {
        const { rows } = await client.query<{ n: number }>('insert into ledger default values returning n');
        acknowledged.push(...rows.map((row) => row.n));
      } catch {
        return; // the server was killed
      }
    }
  });
  return {
    acknowledged,
    async stop() {
      stopping = true;
      await Promise.all(writing);
      await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
    },
  };
}

export async function makeLedger(db: { query(text: string): Promise<unknown> }): Promise<void> {
  await db.query('create table if not exists ledger (n int generated always as identity primary key)');
}

/** How many of these rows are not there. */
export async function countLost(
  db: { query(text: string, values: unknown[]): Promise<{ rows: { lost: number }[] }> },
  acknowledged: readonly number[],
): Promise<number> {
  const { rows } = await db.query(
    'select count(*)::int as lost from unnest($1::int[]) as asked (n) where not exists (select from ledger l where l.n = asked.n)',
    [acknowledged],
  );
  return rows[0]?.lost ?? 0;
}
