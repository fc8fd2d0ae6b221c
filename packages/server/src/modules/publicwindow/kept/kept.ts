/** Keeps what was made of look-ups while nothing has changed that they depend on, and makes once what many ask for at a time. */
import { Problem } from '@suyuan/api';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Gate } from '../../../platform/http/gate.ts';
import { type Changed, type Changes, type ChangesDeps, createChanges } from './changes.ts';

export interface KeptDeps extends Pick<ChangesDeps, 'program' | 'packs'> {
  readonly clock: Clock;
  /** Lets so many be made at once. */
  readonly gate: Gate;
  readonly limits?: KeptLimits;
}

interface KeptLimits {
  readonly COUNT_MAX: number;
  readonly BYTES_MAX: number;
}

/** How one is made that is not kept. */
export interface Making<Value> {
  /** @param left aborted when nobody waits for it any more */
  make(nowMs: number, left: AbortSignal): Promise<Made<Value>>;
  /** About how much memory it takes. */
  bytesOf(value: Value): number;
  /** Aborted when whoever asks has gone. */
  readonly left: AbortSignal;
}

export interface Made<Value> {
  readonly value: Value;
  /** What it depends on. */
  readonly keys: ReadonlySet<string>;
  /** From then on it is another. */
  readonly untilMs: number;
}

export interface Kept<Value> extends Pick<Changes, 'nudge'> {
  /** @throws Problem `server.busy`; `request.timeout` where everybody left who waited */
  get(key: string, making: Making<Value>): Promise<Value>;
}

/** Hot codes are some dozens; the rest is for whoever looks again. */
const LIMITS: KeptLimits = { COUNT_MAX: 2_000, BYTES_MAX: 64 * 1024 * 1024 };
/** Of a key: its text, and its places in two tables. */
const KEY_BYTES = 200;
/** For what changes by the hour: conditions of packs that count from a moment on. */
const AGE_MAX_MS = 60_000;

interface Entry<Value> {
  readonly key: string;
  readonly value: Value;
  readonly watched: ReadonlySet<string>;
  readonly bytes: number;
  readonly madeMs: number;
  readonly untilMs: number;
}

/** One that is being made. */
interface Flight<Value> {
  /** Reads a state of the database by now. */
  hasBegun: boolean;
  /** Something has changed since: nobody else waits for it. */
  isOvertaken: boolean;
  readonly missed: Set<string>;
  hasMissedAll: boolean;
  /** How many wait for it. */
  waiting: number;
  readonly left: AbortController;
  readonly done: Promise<Value>;
}

export function createKept<Value>(deps: KeptDeps): Kept<Value> {
  const shelf = createShelf<Value>(deps.limits ?? LIMITS);
  const waitedFor = new Map<string, Flight<Value>>();
  const underWay = new Set<Flight<Value>>();
  const changes = createChanges({
    ...deps,
    isIdle: () => shelf.isEmpty() && underWay.size === 0,
    onChange(changed) {
      shelf.drop(changed);
      for (const flight of underWay) overtake(flight, changed);
    },
  });

  async function make(key: string, flight: Flight<Value>, making: Making<Value>): Promise<Value> {
    return deps.gate.pass(async () => {
      if (flight.left.signal.aborted) throw new Problem('request.timeout');
      flight.hasBegun = true;
      const nowMs = deps.clock.now().getTime();
      const { value, keys, untilMs } = await making.make(nowMs, flight.left.signal);
      if (flight.hasMissedAll || !keys.isDisjointFrom(flight.missed)) return value;
      const bytes = making.bytesOf(value) + keys.size * KEY_BYTES;
      shelf.put({ key, value, watched: keys, bytes, madeMs: nowMs, untilMs: Math.min(untilMs, nowMs + AGE_MAX_MS) });
      return value;
    });
  }

  function leave(key: string, flight: Flight<Value>): void {
    underWay.delete(flight);
    if (waitedFor.get(key) === flight) waitedFor.delete(key);
  }

  /** When the last of those who wait has gone, nobody else joins them: it is not made to its end. */
  function join(key: string, flight: Flight<Value>, left: AbortSignal): void {
    flight.waiting += 1;
    const go = (): void => {
      flight.waiting -= 1;
      if (flight.waiting > 0) return;
      leave(key, flight);
      flight.left.abort();
    };
    if (left.aborted) queueMicrotask(go);
    else left.addEventListener('abort', go, { once: true });
  }

  function begin(key: string, making: Making<Value>): Flight<Value> {
    const { promise: done, resolve, reject } = Promise.withResolvers<Value>();
    const flight: Flight<Value> = {
      ...{ hasBegun: false, isOvertaken: false, hasMissedAll: false },
      ...{ missed: new Set(), waiting: 0, left: new AbortController(), done },
    };
    join(key, flight, making.left);
    waitedFor.set(key, flight);
    underWay.add(flight);
    make(key, flight, making)
      .finally(() => leave(key, flight))
      .then(resolve, reject);
    return flight;
  }

  return {
    nudge: changes.nudge,
    async get(key, making) {
      await changes.heed();
      const entry = shelf.find(key, deps.clock.now().getTime());
      if (entry !== undefined) return entry.value;
      const known = waitedFor.get(key);
      if (known === undefined || known.isOvertaken) return begin(key, making).done;
      join(key, known, making.left);
      return known.done;
    },
  };
}

function overtake<Value>(flight: Flight<Value>, changed: Changed): void {
  if (!flight.hasBegun) return;
  flight.isOvertaken = true;
  if (changed === 'everything') flight.hasMissedAll = true;
  else for (const key of changed) flight.missed.add(key);
}

/** Bounded by count and by bytes: what was asked for longest ago goes first. */
function createShelf<Value>({ COUNT_MAX, BYTES_MAX }: KeptLimits) {
  /** In the order in which they were asked for. */
  const entries = new Map<string, Entry<Value>>();
  const byWatched = new Map<string, Set<Entry<Value>>>();
  let bytes = 0;

  function remove(entry: Entry<Value>): void {
    if (entries.get(entry.key) !== entry) return;
    entries.delete(entry.key);
    bytes -= entry.bytes;
    for (const key of entry.watched) {
      const those = byWatched.get(key);
      those?.delete(entry);
      if (those?.size === 0) byWatched.delete(key);
    }
  }
  function add(entry: Entry<Value>): void {
    entries.set(entry.key, entry);
    bytes += entry.bytes;
    for (const key of entry.watched) {
      const those = byWatched.get(key);
      if (those === undefined) byWatched.set(key, new Set([entry]));
      else those.add(entry);
    }
  }

  return {
    isEmpty: () => entries.size === 0,
    find(key: string, nowMs: number): Entry<Value> | undefined {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (nowMs < entry.madeMs || nowMs >= entry.untilMs) {
        remove(entry);
        return undefined;
      }
      entries.delete(key);
      entries.set(key, entry);
      return entry;
    },
    put(entry: Entry<Value>): void {
      const before = entries.get(entry.key);
      if (before !== undefined) remove(before);
      // One that is large beside all the others would drive them out.
      if (entry.bytes > BYTES_MAX / 8) return;
      add(entry);
      for (const oldest of entries.values()) {
        if (entries.size <= COUNT_MAX && bytes <= BYTES_MAX) break;
        remove(oldest);
      }
    },
    drop(changed: Changed): void {
      if (changed === 'everything') {
        entries.clear();
        byWatched.clear();
        bytes = 0;
        return;
      }
      for (const key of changed) for (const entry of [...(byWatched.get(key) ?? [])]) remove(entry);
    },
  };
}
