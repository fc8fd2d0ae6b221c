import type { PlaceBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { switchText } from '../../i18n/switch.ts';
import { useText } from '../../i18n/use-text.ts';
import { PlaceChoice } from './place-choice.tsx';

interface PlaceListProps {
  readonly places: readonly PlaceBody[];
  readonly current: PlaceBody | undefined;
  readonly isGoing: boolean;
  readonly onChosen: (place: PlaceBody) => void;
}

export function PlaceList({ places, current, isGoing, onChosen }: PlaceListProps): ReactNode {
  const say = useText(switchText);
  if (places.length === 0) return <p className="nothing soft">{say('empty')}</p>;
  return (
    <ul className="plain-list places">
      {places.map((place) => (
        // One organisation may be there twice, by different ones that act for it.
        <li key={`${place.id} ${place.via?.id}`}>
          <PlaceChoice
            place={place}
            isCurrent={place.id === current?.id && place.via?.id === current.via?.id}
            isDisabled={isGoing}
            onChosen={() => onChosen(place)}
          />
        </li>
      ))}
    </ul>
  );
}
