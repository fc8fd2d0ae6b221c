import pg from 'pg';

export interface QueryAnswer<Row extends pg.QueryResultRow> {
  readonly rows: Row[];
  readonly rowCount: number | null;
}

/** Anything that answers a statement: the pool, or one transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<QueryAnswer<Row>>;
}

/** An open transaction. */
export interface Tx extends Queryable {
  readonly client: pg.PoolClient;
}

export interface Db extends Queryable {
  readonly pool: pg.Pool;
  /** Runs in one transaction; runs again, a few times, when the database asks for that (deadlock, serialisation). */
  transaction<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Reads one state of the database, however many statements it takes. */
  snapshot<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>;
}

export interface Connection {
  readonly connectionString: string;
}

/** Connections a process holds: PostgreSQL's default is 100, and two processes and a person have to fit. */
const CONNECTIONS_MAX = 20;
const CONNECT_TIMEOUT_MS = 10_000;

export function createPool({ connectionString }: Connection): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'suyuan',
  });
  // An idle connection that breaks is replaced when the next is asked for; whoever uses it then gets the error.
  pool.on('error', () => undefined);
  return pool;
}

const ATTEMPTS_MAX = 5;

export function createDb(pool: pg.Pool): Db {
  const run = async <Result>(begin: string, work: (tx: Tx) => Promise<Result>): Promise<Result> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(pool, begin, work);
      } catch (error) {
        if (attempt === ATTEMPTS_MAX || !isRetryable(error)) throw error;
        await new Promise((done) => setTimeout(done, Math.random() * 20 * 2 ** attempt));
      }
    }
  };
  return {
    pool,
    query: (text, values) => pool.query(text, values === undefined ? undefined : [...values]),
    transaction: (work) => run('begin', work),
    snapshot: (work) => run('begin isolation level repeatable read read only', work),
  };
}

async function once<Result>(pool: pg.Pool, begin: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that dies between two statements says so by an event, which must have a listener.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query(begin);
    const result = await work({
      client,
      query: (text, values) => client.query(text, values === undefined ? undefined : [...values]),
    });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken ??= failure;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Deadlock and serialisation failure: the same transaction may well succeed when run again. */
function isRetryable(error: unknown): boolean {
  return codeOf(error) === '40P01' || codeOf(error) === '40001';
}

const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', '53300']);

/** What the driver says without a code. */
const AWAY_WORDS =
  /Connection terminated|connection timeout|timeout exceeded when trying|not queryable|connection error/i;

/** The database is away or turns connections down, as opposed to a statement that is wrong. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (AWAY.has(code) || code.startsWith('57P') || code.startsWith('08')) return true;
  return error instanceof Error && AWAY_WORDS.test(error.message);
}
