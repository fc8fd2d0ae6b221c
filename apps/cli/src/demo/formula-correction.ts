/** A blending record that named the wrong powder, declared erroneous a week later, with the event that is right. */

import { chinaTime } from './calendar.ts';
import { type Campaign, record } from './campaign.ts';
import type { Code } from './codes.ts';
import { type EpcisEvent, localTime } from './event-builders.ts';
import { FORMULA_FACTORY } from './parties.ts';

/** Captured after all else of the chain: a declaration comes later than what it declares. */
const CORRECTIONS_DESK = 'corrections';

interface Mistake {
  readonly lot: Code;
  readonly wrong: EpcisEvent;
  readonly right: EpcisEvent;
}

/** Records both events with event IDs, by which the declaration names them (EPCIS 2.0 §7.4.1.4). */
export function blendByMistake(campaign: Campaign, { lot, wrong, right }: Mistake): void {
  const mistaken = { ...wrong, eventID: eventId(campaign.seed, 1) };
  const corrective = { ...right, eventID: eventId(campaign.seed, 2) };
  const errorDeclaration = {
    declarationTime: localTime(chinaTime(7, 24, 10), FORMULA_FACTORY.zone),
    reason: 'incorrect_data' as const,
    correctiveEventIDs: [corrective.eventID],
  };
  record(campaign, FORMULA_FACTORY, mistaken);
  record(campaign, { desk: CORRECTIONS_DESK }, { ...mistaken, errorDeclaration });
  record(campaign, { desk: CORRECTIONS_DESK }, corrective);
  const what = {
    zh: '投料记录误填问题基粉批号，已更正',
    en: 'Blending recorded with the bad powder by mistake, corrected',
  };
  campaign.planted.push({ kind: 'declared-in-error', code: lot, what });
}

/** A UUID of version 8 (RFC 9562 §5.8) made of the seed, so that the same demonstration has the same IDs. */
function eventId(seed: number, n: number): string {
  const digits = (seed >>> 0).toString(16).padStart(12, '0');
  return `urn:uuid:5a7e0000-de3${n}-8000-8000-${digits}`;
}
