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

/** One pool. */
export interface Db extends Queryable {
  readonly pool: pg.Pool;
  /** Runs in one transaction; runs again, a few times, when the database asks for that (deadlock, serialisation). */
  transaction<Result>(run: (tx: Tx) => Promise<Result>, begin?: string): Promise<Result>;
}

export interface Connection {
  readonly connectionString: string;
}

/** Connections a server takes, which is PostgreSQL's default; the embedded one is started with it. Three are kept for the superuser. */
export const SERVER_CONNECTIONS_MAX = 100;
const CONNECT_TIMEOUT_MS = 10_000;

/** How soon a connection whose other end fell silent (no FIN, no RST) is asked whether it still lives. */
const KEEP_ALIVE_AFTER_MS = 10_000;

/**
 * What rows come back as, decided here and not by the driver's habits. `int8` is a number, and one that a number does
 * not hold exactly is an error; `numeric` stays text; `timestamptz` is a Date (to the millisecond); `date` and
 * `timestamp`, which name no instant, stay text, since the driver would read them in the machine's time zone.
 */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (format === 'binary') return pg.types.getTypeParser(oid, format);
    if (oid === pg.types.builtins.INT8) return parseInt8;
    if (oid === pg.types.builtins.DATE || oid === pg.types.builtins.TIMESTAMP) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond what a number holds exactly`);
  return value;
}

export function createPool({ connectionString }: Connection, max = 4): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    types: TYPES,
    application_name: 'suyuan',
  });
  // An idle connection that breaks is replaced when the next is asked for; whoever uses it then gets the error.
  pool.on('error', () => undefined);
  return pool;
}

const ATTEMPTS_MAX = 5;

export function createDb(pool: pg.Pool): Db {
  return {
    pool,
    query: (text, values) => pool.query(text, values === undefined ? undefined : [...values]),
    async transaction(work, begin = 'begin') {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(pool, begin, work);
        } catch (error) {
          if (attempt === ATTEMPTS_MAX || !isRetryable(error)) throw error;
          await new Promise((done) => setTimeout(done, Math.random() * 20 * 2 ** attempt));
        }
      }
    },
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
    const end = await client.query('commit');
    // Where a statement failed and nobody minded, PostgreSQL answers "commit" with ROLLBACK, and no error.
    if (end.command !== 'COMMIT') throw new Error('a statement failed and was passed over, so nothing was stored');
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

const AWAY = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  '25006', // read-only: a standby that is not the primary yet
  '53100', // disk full
  '53200', // out of memory
  '53300', // too many connections
]);

/** What the driver says without a code. */
const AWAY_WORDS =
  /Connection terminated|connection timeout|timeout exceeded when trying|not queryable|connection error|Cannot use a pool after calling end/i;

/** Deeper than anybody wraps an error. */
const CAUSES_MAX = 8;

/** The database is away or turns work down for now, as opposed to a statement that is wrong. Looks into causes too. */
export function isUnavailable(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; depth < CAUSES_MAX && cause instanceof Error; depth += 1) {
    const code = codeOf(cause);
    if (AWAY.has(code) || code.startsWith('57P') || code.startsWith('08') || AWAY_WORDS.test(cause.message))
      return true;
    cause = cause.cause;
  }
  return false;
}

/** The database itself said so, as opposed to a connection that some code has elsewhere. Looks into causes too. */
export function isAnsweredByDatabase(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; depth < CAUSES_MAX && cause instanceof Error; depth += 1) {
    if (cause instanceof pg.DatabaseError) return true;
    cause = cause.cause;
  }
  return false;
}
