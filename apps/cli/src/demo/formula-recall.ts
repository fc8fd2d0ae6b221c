/** The recall: what the retained sample showed, the notice to all, and the cans that came back and were destroyed. */

import { chinaTime, DAY_MS, HOUR_MS } from './calendar.ts';
import { type Campaign, record } from './campaign.ts';
import type { Code } from './codes.ts';
import { objectEvent, receiving, shipping } from './event-builders.ts';
import { type FormulaLot, sentCases, unsoldCans } from './formula-lot.ts';
import { BAD_POWDER } from './formula-milk.ts';
import { lotNumberOf, paper, testReport } from './papers.ts';
import { FORMULA_FACTORY, type Party, POWDER_PLANT } from './parties.ts';

const RETAINED_KG = 1;

interface Setting {
  readonly powders: readonly Code[];
  readonly stores: readonly Party[];
}

/** Recalls these lots of formula, in September 2026, after all of their sales. */
export function recallFormula(campaign: Campaign, lots: readonly FormulaLot[], { powders, stores }: Setting): void {
  const powder = powders[BAD_POWDER];
  if (powder === undefined) throw new RangeError('no bad powder');
  const by = POWDER_PLANT;
  const foundMs = chinaTime(9, 11, 10);
  const found = { by, timeMs: foundMs, step: 'inspecting', disposition: 'non_conformant' };
  const papers = [paper('testReport', by, `RS${lotNumberOf(powder)}`)];
  const more = testReport('retained', '检出', false);
  record(
    campaign,
    by,
    objectEvent({ ...found, papers, more }, 'OBSERVE', { amounts: [{ lot: powder, quantity: RETAINED_KG }] }),
  );
  const what = { zh: '受污染的一批基粉：查去向', en: 'The contaminated lot of base powder: trace it downstream' };
  campaign.highlights.push({ key: 'bad-powder', code: powder, what });
  campaign.planted.push({ kind: 'contaminated', code: powder, what });
  for (const lot of lots) {
    recallLot(campaign, lot, foundMs + DAY_MS);
    for (const [s, store] of stores.entries()) {
      const cans = sentCases(campaign.number, lot, s).flatMap((c) => unsoldCans(lot.cans[c] ?? []));
      if (cans.length > 0) returnCans(campaign, { store, cans, lot }, foundMs + 2 * DAY_MS);
    }
    const cans = stores.flatMap((_, s) =>
      sentCases(campaign.number, lot, s).flatMap((c) => unsoldCans(lot.cans[c] ?? [])),
    );
    const at = { by: FORMULA_FACTORY, timeMs: foundMs + 14 * DAY_MS, step: 'destroying', disposition: 'destroyed' };
    record(campaign, FORMULA_FACTORY, objectEvent(at, 'DELETE', { things: cans }));
  }
}

/** The notice names the lot, as real ones do: every can of it is recalled, wherever it is, and the cases that hold them. */
function recallLot(campaign: Campaign, { lot }: FormulaLot, timeMs: number): void {
  const by = FORMULA_FACTORY;
  const more = {
    'suyuan:recall': {
      'suyuan:class': '一级召回',
      'suyuan:reason': '基粉检出克罗诺杆菌属（虚构）',
      'suyuan:reasonEn': 'Cronobacter found in the base powder (invented)',
    },
  };
  const at = { by, timeMs, step: 'holding', disposition: 'recalled', where: 'office' as const, more };
  const event = objectEvent(at, 'OBSERVE', { lots: [lot] });
  record(campaign, by, { ...event, persistentDisposition: { set: ['recalled'] } });
  const what = { zh: '被召回的一批乳粉', en: 'A recalled lot of formula' };
  campaign.planted.push({ kind: 'recalled', code: lot, what });
}

interface Returned {
  readonly store: Party;
  readonly cans: readonly Code[];
  readonly lot: FormulaLot;
}

/** A store takes its cans off the shelf and sends them back. */
function returnCans(campaign: Campaign, { store, cans: things, lot }: Returned, timeMs: number): void {
  const route = { from: store, to: FORMULA_FACTORY };
  const papers = [paper('returnNote', store, lotNumberOf(lot.lot))];
  record(
    campaign,
    store,
    objectEvent({ by: store, timeMs, step: 'holding', disposition: 'recalled' }, 'OBSERVE', { things }),
  );
  record(campaign, store, shipping({ timeMs: timeMs + DAY_MS, papers, disposition: 'returned' }, route, { things }));
  const arrived = { timeMs: timeMs + DAY_MS + 9 * HOUR_MS, papers, disposition: 'recalled' };
  record(campaign, FORMULA_FACTORY, receiving(arrived, route, { things }));
}
