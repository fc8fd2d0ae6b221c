/** What category packs forbid recording: what the law forbids outright, with the law and the way out. */
import type { EventFacts, Finding } from '@suyuan/epcis';
import { asksOf, type PackFinding, refusalsOf } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import type { Queryable } from '../../platform/db/index.ts';
import type { Interlock } from '../events/index.ts';
import { applyingPacks, type PackInUse } from '../standards/index.ts';
import { type History, readHistory, readingOnce } from './history.ts';
import { type KnownOf, readKnown } from './known.ts';
import { type JudgedOrganisation, readOrganisations } from './store-organisations.ts';

export interface InterlockDeps {
  /** The program itself: what others recorded of a unit counts as well. */
  readonly program: Pick<Ctx, 'read'>;
  packs(): Promise<readonly PackInUse[]>;
}

/**
 * Reads what is committed, as the chain; of two who record of one unit at once neither sees the other, and what a document recorded
 * in batches before is not seen either. What slips through so is found when it is judged (ADR 0024).
 */
export function interlockOf({ program, packs }: InterlockDeps): Interlock {
  return async (_, facts, { org }) => {
    const all = await packs();
    // Most batches are of no step that a refusing rule is of: then nothing is read at all.
    const likely = facts.filter((each) => all.some(({ loaded }) => asksOf(loaded, each).refusal));
    if (likely.length === 0 || org === undefined) return [];
    return program.read(
      async (tx) => {
        const own = (await readOrganisations(tx, [org.no])).get(org.no);
        if (own === undefined) return [];
        const judged = likely.filter((each) => applyingPacks(all, each, own.categories).length > 0);
        if (judged.length === 0) return [];
        const given = { packs: all, org: own, known: await readKnown(tx, own, judged) };
        const more = { ...given, batch: batchOf(facts), history: await historyFor(tx, { ...given, judged }) };
        const isJudged = new Set(judged);
        return facts.flatMap((each, eventIndex) => (isJudged.has(each) ? findingsOf(each, eventIndex, more) : []));
      },
      { as: 'chain' },
    );
  };
}

interface Given {
  readonly packs: readonly PackInUse[];
  readonly org: JudgedOrganisation;
  readonly known: KnownOf;
}

async function historyFor(
  tx: Queryable,
  { packs, org, judged }: Given & { readonly judged: readonly EventFacts[] },
): Promise<History> {
  const asking = judged.filter((facts) =>
    applyingPacks(packs, facts, org.categories).some(({ loaded }) => asksOf(loaded, facts).historyForRefusal),
  );
  return readHistory(readingOnce(tx), asking);
}

/** What comes in the same batch has happened too. */
interface Batch {
  has(facts: EventFacts): boolean;
  /** Its events that mention a unit. */
  of(code: string): readonly EventFacts[];
}

function batchOf(facts: readonly EventFacts[]): Batch {
  const all = new Set(facts);
  const byCode = new Map<string, EventFacts[]>();
  for (const each of facts) {
    if (each.errorDeclaration !== undefined) continue;
    for (const code of new Set(each.units.map((unit) => unit.code))) {
      const list = byCode.get(code);
      if (list === undefined) byCode.set(code, [each]);
      else list.push(each);
    }
  }
  return { has: (each) => all.has(each), of: (code) => byCode.get(code) ?? [] };
}

function findingsOf(
  facts: EventFacts,
  eventIndex: number,
  { packs, org, known, batch, history }: Given & { readonly batch: Batch; readonly history: History },
): Finding[] {
  const refusals = applyingPacks(packs, facts, org.categories).flatMap(({ loaded }) =>
    refusalsOf(loaded, facts, {
      ...known(facts),
      history: (code) => together(history.of(code), batch.of(code)),
      mayTell: (event) => batch.has(event) || history.recordersOf(event).includes(org.no),
    }),
  );
  return refusals.map((refusal) => findingOf(refusal, { eventIndex, facts }));
}

function together(past: readonly EventFacts[], beside: readonly EventFacts[]): readonly EventFacts[] {
  if (beside.length === 0) return past;
  return [...past, ...beside].sort((a, b) => a.eventTimeMs - b.eventTimeMs);
}

function findingOf(
  { rule, pack, basis, message, wayOut, unit }: PackFinding,
  { eventIndex, facts }: { readonly eventIndex: number; readonly facts: EventFacts },
): Finding {
  return {
    eventIndex,
    pointer: pointerOf(facts, unit),
    rule: `${pack}.${rule}`,
    clause: basis.zh,
    ...(unit === undefined ? {} : { value: unit }),
    message: {
      zh: `${message.zh}（${basis.zh}）。${wayOut.zh}`,
      en: `${message.en} (${basis.en}). ${wayOut.en}`,
    },
  };
}

/** Where the event names the unit. */
function pointerOf({ units }: EventFacts, unit: string | undefined): string {
  const mention = units.find(({ code }) => code === unit);
  if (mention === undefined) return '';
  const among = units.filter(({ role, isClass }) => role === mention.role && isClass === mention.isClass);
  const list = LISTS[mention.role][mention.isClass ? 1 : 0];
  return mention.role === 'parent' ? `/${list}` : `/${list}/${among.indexOf(mention)}`;
}

const LISTS: Readonly<Record<EventFacts['units'][number]['role'], readonly [string, string]>> = {
  object: ['epcList', 'quantityList'],
  parent: ['parentID', 'parentID'],
  child: ['childEPCs', 'childQuantityList'],
  input: ['inputEPCList', 'inputQuantityList'],
  output: ['outputEPCList', 'outputQuantityList'],
};
