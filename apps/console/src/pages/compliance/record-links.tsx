import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../../manage/use-may.ts';
import { pageOf } from '../countersign/path.ts';

/** A unit, with the way to its trace for whoever may go it. */
export function UnitLink({ unit }: { unit: string }): ReactNode {
  const say = useText(complianceText);
  const mayTrace = useMay('trace');
  const code = <code className="code">{unit}</code>;
  if (!mayTrace) return code;
  return (
    <Link to={`/trace?${new URLSearchParams({ code: unit })}`} aria-label={say('unit.of', { unit })}>
      {code}
    </Link>
  );
}

/** To the page of one record: what it says, and who recorded it. */
export function RecordLink({ eventID, words }: { eventID: string; words: string }): ReactNode {
  return (
    <Link className="record-link" to={pageOf(eventID)} aria-label={`${words} ${eventID}`}>
      {words}
    </Link>
  );
}
