import { type ReactNode, useEffect, useRef } from 'react';
import { ShowMore, useFirst } from '../show-more.tsx';
import { StepList } from '../step-list.tsx';
import { useRegionText } from '../use-region-text.ts';
import type { NameOf } from '../use-trace.ts';
import type { Region } from './regions-of.ts';
import type { RegionWords } from './use-region-words.ts';

interface RegionRecordsProps {
  readonly region: Region;
  readonly words: RegionWords;
  readonly nameOf: NameOf;
}

/** The places of a province, and the steps that were taken there; in view once it is opened. */
export function RegionRecords({ region: { code, places, events }, words, nameOf }: RegionRecordsProps): ReactNode {
  const { say } = words;
  const regionText = useRegionText();
  const { shown, more } = useFirst(places);
  const part = useRef<HTMLElement>(null);
  useEffect(() => part.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section ref={part} className="region-records" aria-label={words.nameOf(code)}>
      <ul className="plain-list">
        {shown.map(({ place, events: there }) => {
          const name = place.code === undefined ? regionText(place) || say('placeUntold') : nameOf(place.code);
          return <li key={JSON.stringify(place)}>{say('place', { name, steps: there.length })}</li>;
        })}
      </ul>
      <ShowMore more={more} />
      <StepList events={events} nameOf={nameOf} />
    </section>
  );
}
