/** What a notice says that a receipt is asked for: nobody types what the sender has recorded. Pure. */
import type { EventFacts } from '@suyuan/epcis';
import { dayOf, type ElementValue, type Pack, valuesOf } from '@suyuan/profiles';
import type { PackInUse } from '../standards/index.ts';

type Element = Pack['elements'][string];
export type NoticeValues = Readonly<Record<string, string | readonly string[]>>;

/** When and where it was sent, and whom the sender bought from or sold to, is not when, where and of whom it is received. */
const OF_THE_SENDER = /^(supplier|buyer|recorder|countersignature)\/|^(eventTime|readPoint|bizLocation)$/;

/** @param facts as much of it as the receiver is told @param fromName what the sender is called */
export function noticeValues(
  packs: readonly PackInUse[],
  facts: EventFacts,
  fromName: string | undefined,
): NoticeValues {
  const found: Record<string, string | readonly string[]> = {};
  for (const { pack, loaded } of packs) {
    const values = valuesOf(loaded, facts, {});
    for (const [id, element] of Object.entries(pack.elements)) {
      const value = element.at.includes('supplier/name') ? fromName : ofGoods(element) ? values[id] : undefined;
      if (value !== undefined) found[id] = asEntered(value, element);
    }
  }
  return found;
}

/** As a form takes it. */
function asEntered(value: ElementValue, { type }: Element): string | readonly string[] {
  if (value instanceof Date) return type === 'date' ? dayOf(value.getTime()) : value.toISOString();
  return typeof value === 'object' ? value : String(value);
}

function ofGoods({ at, isPersonal }: Element): boolean {
  return isPersonal !== true && !at.some((place) => OF_THE_SENDER.test(place));
}
