/** What an event is, as far as that opens elements of it. */
import { readCode } from '@suyuan/codes';
import { type EventFacts, noticeKind, noticeWords, type UnitMention } from '@suyuan/epcis';
import { OCCASIONS } from './element-mask.ts';

const STEP = 'https://ref.gs1.org/cbv/BizStep-';

/** CBV 2.0 §7.1: steps of goods that exist already; whoever writes ADD at one of them has met them, and not made them. */
const MOVING: ReadonlySet<string> = new Set(
  [
    ...[
      'accepting',
      'arriving',
      'consigning',
      'cycle_counting',
      'departing',
      'dispensing',
      'entering_exiting',
      'holding',
    ],
    ...[
      'inspecting',
      'loading',
      'other',
      'picking',
      'receiving',
      'removing',
      'retail_selling',
      'returning',
      'sampling',
    ],
    ...['sensor_reporting', 'shipping', 'staging_outbound', 'stock_taking', 'stocking', 'storing', 'transporting'],
    ...['unloading', 'unpacking', 'void_shipping'],
  ].map((step) => STEP + step),
);

/** Steps between two parties, whose trade it is also when what they trade was recalled. */
const PASSING_ON: ReadonlySet<string> = new Set(
  [
    ...['accepting', 'arriving', 'consigning', 'departing', 'loading', 'receiving', 'retail_selling', 'returning'],
    ...['shipping', 'transporting', 'unloading'],
  ].map((step) => STEP + step),
);

/** GS1 identifiers of what goods lie in or travel by: who made up a pallet is no maker of what is on it. */
const CARRYING: ReadonlySet<string> = new Set(['sscc', 'grai', 'giai', 'ginc', 'gsin']);

export function occasionsOf(facts: EventFacts): number {
  const words = noticeWords(facts);
  const notice = words === undefined ? 0 : OCCASIONS.notice;
  const warns = words?.begins.some((word) => WARNINGS.has(noticeKind(word))) === true;
  const isWarning = warns && !PASSING_ON.has(facts.bizStep ?? '');
  return (isMaking(facts) ? OCCASIONS.making : 0) | notice | (isWarning ? OCCASIONS.warning : 0);
}

const WARNINGS: ReadonlySet<string> = new Set(['recalled', 'failed']);

/** Brings goods into being. */
function isMaking({ type, action, bizStep, units }: EventFacts): boolean {
  if (type === 'TransformationEvent') return units.some(isMade);
  return type === 'ObjectEvent' && action === 'ADD' && !MOVING.has(bizStep ?? '') && units.some(isMade);
}

function isMade({ code, role }: UnitMention): boolean {
  if (role !== 'output' && role !== 'object') return false;
  return !CARRYING.has(readCode(code).kind ?? '');
}
