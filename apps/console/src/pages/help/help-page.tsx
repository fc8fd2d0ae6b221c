import type { ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { usePlaceOfAddress } from './help-place.ts';
import { helpOf } from './help-places.ts';
import { HelpText } from './help-text.tsx';

/** `/help` is the list, `/help/record` a guide, `/help?of=/record/import` whatever speaks of that page. */
export function HelpPage(): ReactNode {
  const place = usePlaceOfAddress();
  const [search] = useSearchParams();
  const page = search.get('of');
  return place.guide === undefined && page !== null ? (
    <Navigate to={helpOf(page)} replace />
  ) : (
    <HelpText place={place} />
  );
}
