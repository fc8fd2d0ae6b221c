import type { TraceEventRow } from '@suyuan/api';
import { divisionName } from '@suyuan/codes/divisions';
import type { ReactNode } from 'react';
import { placesText } from '../../i18n/places.ts';
import { traceText } from '../../i18n/trace.ts';
import { useText } from '../../i18n/use-text.ts';
import type { NameOf } from './use-trace.ts';

type PlaceKind = keyof typeof placesText.zh & `kind.${string}`;

/** Where it was: the place itself where that is open, else its kind and region. */
export function StepPlace({ row, nameOf }: { row: TraceEventRow; nameOf: NameOf }): ReactNode {
  const say = useText(traceText);
  const sayKind = useText(placesText);
  const place = row.bizLocation ?? row.readPoint;
  if (place !== undefined) {
    return (
      <p>
        <span className="soft">{say('place')}</span> {nameOf(place)}
      </p>
    );
  }
  const kind = `kind.${row.place?.kind}`;
  const region = row.place?.region;
  const told = [region && (divisionName(region) ?? region), isPlaceKind(kind) ? sayKind(kind) : undefined];
  const text = told.filter(Boolean).join(' · ');
  if (text === '') return null;
  return (
    <p>
      <span className="soft">{say('region')}</span> {text}
    </p>
  );
}

const isPlaceKind = (key: string): key is PlaceKind => Object.hasOwn(placesText.zh, key);
