/** One trace from what is asked to what is written, wherever that runs. */
import type { Language, TraceDirection } from '@suyuan/api';
import type { Out } from '../../platform/apart/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { type Look, readChain } from '../disclosure/index.ts';
import { selectOpenDisputes } from '../disputes/index.ts';
import { actingFor } from '../identity/index.ts';
import { eventReader } from './event-reader.ts';
import type { ListName } from './lists.ts';
import { type PageAsked, pageOf } from './page-of.ts';
import type { EventReader } from './reader.ts';
import { startOf } from './start.ts';
import { type DisputesAsked, openTies, traceTold } from './trace-units.ts';
import { untilLeft } from './until-left.ts';
import { csvOf, jsonOf, lineOf, linesOf } from './written.ts';

/** As a thread can be told it. */
export interface TraceAsked extends PageAsked {
  readonly codes: readonly string[];
  readonly direction: TraceDirection;
  readonly atMs?: number;
  readonly hopsMax?: number;
  /** All if not given. */
  readonly only?: readonly ListName[];
  readonly language: Language;
  readonly form: 'json' | 'lines' | 'csv';
  /** Under which the names of hidden records are made, 32 bytes. */
  readonly nameKey: Uint8Array;
}

/** All of one state of the store. */
interface Lent {
  readonly reader: EventReader;
  readonly look: Look;
  readonly disputes: DisputesAsked;
}

/** Lends a reader of the chain, the view of whoever asks, and what is said against events. */
export type Lend = <Result>(use: (lent: Lent) => Promise<Result>) => Promise<Result>;

/** As the actor of the context. */
export function lendTo(ctx: Ctx, { codes, nameKey }: Pick<TraceAsked, 'codes' | 'nameKey'>): Lend {
  const { no: orgNo } = actingFor(ctx.actor);
  return async (use) =>
    readChain(ctx, { codes, nameKey: () => Buffer.from(nameKey) }, (tx, look) => {
      const disputes = { orgNo, of: (ids: readonly string[]) => selectOpenDisputes(tx, ids) };
      return use({ reader: eventReader(tx), look, disputes });
    });
}

/** @throws Problem */
export async function tellTrace(lend: Lend, asked: TraceAsked, out: Out): Promise<void> {
  const { codes, direction, atMs, hopsMax, only, language, form } = asked;
  const whole = await lend(async ({ reader, look, disputes }) => {
    const watched = untilLeft(reader, () => out.hasLeft, form === 'lines' ? tellingProgress(out) : undefined);
    const ties = openTies(watched, hopsMax === undefined ? {} : { HOPS_MAX: hopsMax });
    const start = await startOf(ties, codes);
    const given = { start, direction, language, look, disputes, ...(atMs === undefined ? {} : { atMs }) };
    return traceTold(ties, only === undefined ? given : { ...given, only: new Set(only) });
  });
  const answer = pageOf(whole, asked);
  const { complete, next } = answer.completeness;
  out.head({
    'suyuan-trace-complete': String(complete),
    ...(next === undefined ? {} : { 'suyuan-trace-next': next }),
  });
  const [list = 'units'] = only ?? [];
  const texts = form === 'json' ? jsonOf(answer) : form === 'lines' ? linesOf(answer) : csvOf(answer, list, language);
  for (const text of texts) await out.write(text);
}

/** A trace that is answered sooner is not told of on its way: it may still be refused with a status of its own. */
const QUIET_MS = 300;
const TELL_EVERY_MS = 250;

/** Tells lines how far the loading is. */
function tellingProgress(out: Out): (events: number) => Promise<void> {
  let loaded = 0;
  let nextMs = performance.now() + QUIET_MS;
  return async (events) => {
    loaded += events;
    if (performance.now() < nextMs) return;
    nextMs = performance.now() + TELL_EVERY_MS;
    await out.tell(lineOf('progress', { events: loaded }));
  };
}
