/** What Prometheus reads of one server: its requests by route, its log, its process. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface LogHead {
  readonly size: number;
  readonly pendingBatches: number;
}

/** Where one reader of the log is. */
export interface ReaderFigures {
  readonly name: string;
  /** Entries of the log that it has not been through. */
  readonly lag: number;
  /** Organisations that it has on hold. */
  readonly held: number;
  /** Entries that it could not handle and that wait for a person. */
  readonly parked: number;
}

/** What the database tells of the log. */
export interface LogFigures {
  readonly head: LogHead;
  readonly readers: readonly ReaderFigures[];
}

export interface Metrics {
  readonly contentType: string;
  /** The exposition, with what was found of the log; undefined when the database did not answer. */
  expose(log: LogFigures | undefined): Promise<string>;
}

/** From an indexed read in milliseconds to a trace or a capture of half a gigabyte. */
const DURATION_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

/** A label has to have few values, so what is no route of ours is one, whatever its address. */
const NO_ROUTE = 'none';

/** Counts from now on every answer of this server, whichever scope gives it. Call it on the root, before its routes. */
export function observeRequests(app: FastifyInstance): Metrics {
  // One registry a server: several of them run in one process when tests do.
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'];
  const requests = new Counter({
    name: 'suyuan_http_requests_total',
    help: 'Requests answered, by route',
    labelNames,
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'suyuan_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer, by route',
    labelNames,
    buckets: DURATION_BUCKETS_S,
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: routeOf(request), status: String(reply.statusCode) };
    requests.inc(labels);
    durations.observe(labels, reply.elapsedTime / 1000);
  });
  const showLog = logGauges(registry);
  const showReaders = readerGauges(registry);
  return {
    contentType: registry.contentType,
    expose(log) {
      showLog(log?.head);
      showReaders(log?.readers ?? []);
      return registry.metrics();
    },
  };
}

function routeOf(request: FastifyRequest): string {
  return request.is404 ? NO_ROUTE : (request.routeOptions.url ?? NO_ROUTE);
}

function logGauges(registry: Registry): (head: LogHead | undefined) => void {
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers: [registry] });
  const up = gauge('suyuan_database_up', 'Whether the database answers');
  const leaves = gauge('suyuan_log_leaves', 'Leaves in the log');
  const pending = gauge('suyuan_sequencer_pending_batches', 'Batches that wait for the sequencer');
  return (head) => {
    up.set(head === undefined ? 0 : 1);
    // What is not known is left out: a zero would look like an empty log.
    if (head === undefined) {
      leaves.remove();
      pending.remove();
      return;
    }
    leaves.set(head.size);
    pending.set(head.pendingBatches);
  };
}

function readerGauges(registry: Registry): (readers: readonly ReaderFigures[]) => void {
  const gauge = (name: string, help: string): Gauge =>
    new Gauge({ name, help, labelNames: ['reader'], registers: [registry] });
  const lag = gauge('suyuan_reader_lag_entries', 'Entries of the log that a reader has not been through');
  const held = gauge('suyuan_reader_held_organisations', 'Organisations that a reader has on hold');
  const parked = gauge(
    'suyuan_reader_parked_entries',
    'Entries that a reader could not handle, which wait for a person',
  );
  return (readers) => {
    // A reader that is not known of now is left out, as above.
    for (const each of [lag, held, parked]) each.reset();
    for (const reader of readers) {
      lag.set({ reader: reader.name }, reader.lag);
      held.set({ reader: reader.name }, reader.held);
      parked.set({ reader: reader.name }, reader.parked);
    }
  };
}
