import type { TraceEventRow } from '@suyuan/api';
import type { ReactNode } from 'react';
import { traceText } from '../../i18n/trace.ts';
import { useText } from '../../i18n/use-text.ts';
import { useRegionText } from './use-region-text.ts';
import type { NameOf } from './use-trace.ts';

/** Where it was: the place itself where that is open, else its kind and region. */
export function StepPlace({ row, nameOf }: { row: TraceEventRow; nameOf: NameOf }): ReactNode {
  const say = useText(traceText);
  const regionText = useRegionText();
  const place = row.bizLocation ?? row.readPoint;
  if (place !== undefined) {
    return (
      <p>
        <span className="soft">{say('place')}</span> {nameOf(place)}
      </p>
    );
  }
  const text = regionText(row.place);
  if (text === '') return null;
  return (
    <p>
      <span className="soft">{say('region')}</span> {text}
    </p>
  );
}
