import type { TracePlace } from '@suyuan/api';
import { divisionName } from '@suyuan/codes/divisions';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';

type PlaceKind = keyof typeof placesText.zh & `kind.${string}`;

/** A hook that says where something was where the place itself is not open: region and kind, or '' where neither is. */
export function useRegionText(): (place: TracePlace | undefined) => string {
  const sayKind = useText(placesText);
  return (place) => {
    const kind = `kind.${place?.kind}`;
    const region = place?.region;
    const told = [region && (divisionName(region) ?? region), isPlaceKind(kind) ? sayKind(kind) : undefined];
    return told.filter(Boolean).join(' · ');
  };
}

const isPlaceKind = (key: string): key is PlaceKind => Object.hasOwn(placesText.zh, key);
