import { HasLeft } from '../../platform/apart/index.ts';
import type { EventReader } from './reader.ts';

/**
 * Ends the walk where whoever asked has left.
 * @param isLeft that is so by now
 * @param onRead told of how many events were read; the walk waits for it
 */
export function untilLeft(
  reader: EventReader,
  isLeft: () => boolean,
  onRead?: (events: number) => Promise<void>,
): EventReader {
  const watch =
    <Given, Within, Found extends { readonly events: readonly unknown[] }>(
      read: (given: Given, within: Within) => Promise<Found>,
    ) =>
    async (given: Given, within: Within): Promise<Found> => {
      if (isLeft()) throw new HasLeft();
      const found = await read(given, within);
      await onRead?.(found.events.length);
      return found;
    };
  return {
    eventsOfUnits: watch((codes, within) => reader.eventsOfUnits(codes, within)),
    eventsOfTransformations: watch((ids, within) => reader.eventsOfTransformations(ids, within)),
    eventsOfLots: watch((lots, within) => reader.eventsOfLots(lots, within)),
    noticesOf: watch((codes, max) => reader.noticesOf(codes, max)),
    noticesWithin: watch((codes, max) => reader.noticesWithin(codes, max)),
  };
}
