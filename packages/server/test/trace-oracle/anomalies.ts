/** What is suspicious in the whole history of one unit. */
import type { AnomalyRow } from './answer.ts';
import {
  type Entry,
  type History,
  holdersAt,
  type Mention,
  makes,
  makingOf,
  mentions,
  sameTransformation,
} from './history.ts';

const TOLERANCE_PERCENT = 102;
const RECEIVED = ['receiving', 'arriving', 'accepting'];
const SENT = ['shipping', 'departing', 'consigning'];

export function anomaliesOf(history: History, code: string): AnomalyRow[] {
  const found: AnomalyRow[] = [];
  const tell = (kind: string, events: readonly Entry[]): void => {
    const inOrder = history.entries.filter((entry) => events.includes(entry));
    const row = { kind, code, eventIDs: inOrder.map((entry) => entry.raw.eventID) };
    if (!found.some((known) => JSON.stringify(known) === JSON.stringify(row))) found.push(row);
  };
  const own = history.entries.filter((entry) => entry.effective && mentions(entry, code));
  tellTransfers(history, code, tell);
  const making = makingOf(history, code);
  for (const event of own)
    if (making !== undefined && event.time < making.time) tell('used-before-made', [event, making]);
  for (const event of own) {
    const outputs = own.filter((other) => sameTransformation(event, other) && hasRole(other, code, 'output'));
    const fed = history.flows.some((flow) => flow.output.code === code && outputs.includes(flow.outputAt));
    if (hasRole(event, code, 'output') && !fed) tell('made-from-nothing', outputs);
  }
  // A lot or a class may well lie in several containers at once.
  const isLotOrClass = /^https:\/\/id\.gs1\.org\/01\/\d{14}(\/10\/[^/]+)?$/.test(code);
  const intervals = history.intervals.filter(
    (interval) => interval.child === code && !interval.instant && !isLotOrClass && interval.as.isClass !== true,
  );
  for (const a of intervals) {
    for (const b of intervals) {
      const overlaps = Math.max(a.from, b.from) < Math.min(a.to, b.to);
      if (a.parent !== b.parent && overlaps) tell('contained-twice', [a.openedBy, b.openedBy]);
    }
  }
  for (const misstep of history.missteps) if (misstep.code === code) tell(misstep.kind, [misstep.event]);
  const exceeding = exceedingEvents(own, code);
  if (exceeding.length > 0) tell('quantity-exceeded', exceeding);
  for (const entry of history.entries) {
    if (!entry.effective && !entry.onlyDeclares && mentions(entry, code)) tell('declared-in-error', [entry]);
  }
  return found;
}

function hasRole(event: Entry, code: string, role: Mention['role']): boolean {
  return event.mentions.some((mention) => mention.code === code && mention.role === role);
}

function tellTransfers(history: History, code: string, tell: (kind: string, events: readonly Entry[]) => void): void {
  const effective = history.entries.filter((entry) => entry.effective);
  const listsItOrHolder = (event: Entry): boolean =>
    mentions(event, code) || [...holdersAt(history, code, event.time)].some((holder) => mentions(event, holder));
  effective.forEach((event, i) => {
    if (!mentions(event, code)) return;
    const received = effective.slice(i + 1).some((later) => RECEIVED.includes(later.bizStep) && listsItOrHolder(later));
    if (event.bizStep === 'shipping' && !received) tell('shipped-never-received', [event]);
    const sent = effective.slice(0, i).some((earlier) => SENT.includes(earlier.bizStep) && listsItOrHolder(earlier));
    if (event.bizStep === 'receiving' && !sent) tell('received-never-shipped', [event]);
  });
}

/** The events that made and used a unit when more was used than made; none when that cannot be said. */
function exceedingEvents(own: readonly Entry[], code: string): Entry[] {
  const amounts = own.flatMap((event) =>
    event.mentions
      .filter((mention) => mention.code === code && mention.quantity !== undefined)
      .map((mention) => ({ event, mention, ...inBaseUnit(mention) })),
  );
  if (new Set(amounts.map((amount) => amount.measure)).size !== 1) return [];
  const made = amounts.filter(({ event, mention }) => makes(event, mention));
  const used = amounts.filter(
    ({ event, mention }) =>
      mention.role === 'input' || (event.raw.type === 'ObjectEvent' && event.raw.action === 'DELETE'),
  );
  const sum = (rows: readonly { quantity: number }[]): number => rows.reduce((total, row) => total + row.quantity, 0);
  const exceeds = sum(made) > 0 && sum(used) * 100 > sum(made) * TOLERANCE_PERCENT;
  return exceeds ? [...made, ...used].map((amount) => amount.event) : [];
}

/** Mass in grams, counts in pieces, anything else in its own unit (UN/ECE Recommendation 20). */
function inBaseUnit({ quantity = 0, uom = '' }: Mention): { quantity: number; measure: string } {
  if (uom === 'KGM') return { quantity: quantity * 1000, measure: 'GRM' };
  if (uom === 'EA') return { quantity, measure: '' };
  if (uom === 'DZN') return { quantity: quantity * 12, measure: '' };
  return { quantity, measure: uom };
}
