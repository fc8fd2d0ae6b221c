import { HasLeft } from '../../platform/apart/index.ts';
import type { EventReader } from './reader.ts';

/** Ends the walk where whoever asked has left. @param isLeft that is so by now */
export function untilLeft(reader: EventReader, isLeft: () => boolean): EventReader {
  const watch =
    <Given, Within, Found>(read: (given: Given, within: Within) => Promise<Found>) =>
    async (given: Given, within: Within): Promise<Found> => {
      if (isLeft()) throw new HasLeft();
      return read(given, within);
    };
  return {
    eventsOfUnits: watch((codes, within) => reader.eventsOfUnits(codes, within)),
    eventsOfTransformations: watch((ids, within) => reader.eventsOfTransformations(ids, within)),
    eventsOfLots: watch((lots, within) => reader.eventsOfLots(lots, within)),
    noticesOf: watch((codes, max) => reader.noticesOf(codes, max)),
    noticesWithin: watch((codes, max) => reader.noticesWithin(codes, max)),
  };
}
