/** Gathers the histories by which it is decided whose notices count (`authority.ts`). */
import { lotCode, readCode } from '@suyuan/codes';
import { askedOf, type History, type Say, sayOf, type Whose, type WhoseAsked } from './authority.ts';
import { type Chain, isWhole, loadUnits, rowsOf, unitSays } from './chain.ts';
import type { Unit } from './columns.ts';
import type { Notice } from './notices.ts';
import type { TraceEvent } from './reader.ts';
import type { Ties } from './ties.ts';
import type { Counted, NoticeReason } from './verdict.ts';

/** Units whose histories are looked at, beside the codes that notices name. */
const WARNED_MAX = 100;
/** Events of items of a lot by which its maker is known. */
const ITEM_EVENTS_MAX = 50;

export interface SayOver {
  readonly units: readonly Counted[];
  readonly notices: ReadonlyMap<string, readonly Notice[]>;
  readonly whose: (asked: WhoseAsked) => Promise<Whose>;
}

/** Whether whoever gave a notice has a say in what it names, or in the unit that it reaches. */
export async function sayOver(
  { chain }: Ties,
  { units, notices, whose }: SayOver,
): Promise<(reason: NoticeReason) => boolean> {
  const events = [...notices.values()].flatMap((each) => each.map(({ event }) => event));
  if (events.length === 0) return () => true;
  const warned = units.filter(({ names }) => names.some(({ code }) => notices.has(code)));
  const codes = [...new Set([...notices.keys(), ...warned.slice(0, WARNED_MAX).map(({ unit }) => unit)])];
  // Nobody has custody of a class of products.
  await loadUnits(
    chain,
    codes.filter((code) => readCode(code).names !== 'class').map((code) => chain.columns.unit(code)),
  );
  const histories = new Map<string, History>();
  for (const code of codes) histories.set(code, await historyOf(chain, code));
  const known = await whose(askedOf([...histories.values()], events));
  const kept = new Map<string, Say>();
  const sayOn = (event: TraceEvent, code: string): Say => {
    const key = `${event.id} ${code}`;
    const history = histories.get(code);
    const say = kept.get(key) ?? (history === undefined ? 'unknown' : sayOf(event, history, known));
    kept.set(key, say);
    return say;
  };
  return ({ notice: { event }, unit, names, as }) => {
    const says = [sayOn(event, names), sayOn(event, unit)];
    if (says.includes('counts')) return true;
    // Of goods of which nothing else is recorded, who warns is all that there is; of others of their kind it says nothing.
    return as !== 'instance' && says.every((say) => say === 'unknown');
  };
}

async function historyOf(chain: Chain, code: string): Promise<History> {
  const { columns } = chain;
  const eventsOf = (of: Unit): TraceEvent[] => rowsOf(chain, of).map((row) => columns.event(row));
  const unit = columns.unit(code);
  const own = isWhole(chain, unit) ? eventsOf(unit) : [];
  if (!unitSays(chain, unit).isLot) return { code, events: own.filter(isEffective), isOf: (other) => other === code };
  const items = [...(chain.lotInstances.get(unit) ?? [])];
  const made = items.slice(0, ITEM_EVENTS_MAX).flatMap(eventsOf);
  const within = { max: ITEM_EVENTS_MAX, held: new Set<string>() };
  const { events: coded } = await chain.reader.eventsOfLots([code], within);
  const all = new Map([...own, ...made, ...coded].map((event) => [event.id, event]));
  const events = [...all.values()].filter(isEffective);
  events.sort((a, b) => a.facts.eventTimeMs - b.facts.eventTimeMs || a.position - b.position);
  const itemCodes = new Set(items.map((item) => columns.code(item)));
  const isOf = (other: string): boolean => {
    const { gtin, lot } = readCode(other).parts;
    return (
      other === code || itemCodes.has(other) || (gtin !== undefined && lot !== undefined && lotCode(gtin, lot) === code)
    );
  };
  return { code, events, isOf };
}

function isEffective({ declaredInError, isDeclaration }: TraceEvent): boolean {
  return !declaredInError && !isDeclaration;
}
