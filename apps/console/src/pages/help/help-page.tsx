import type { ReactNode } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import './help.css';
import { isGuideName } from './guide-list.ts';
import { GuidePage } from './guide-page.tsx';
import { GuidesPage } from './guides-page.tsx';
import { helpOf } from './help-places.ts';
import { UnknownGuide } from './unknown-guide.tsx';

/** `/help` is the list, `/help/record` a guide, `/help?of=/record/import` whatever speaks of that page. */
export function HelpPage(): ReactNode {
  const { guide } = useParams();
  const [search] = useSearchParams();
  const page = search.get('of');
  if (guide === undefined) return page === null ? <GuidesPage /> : <Navigate to={helpOf(page)} replace />;
  return isGuideName(guide) ? <GuidePage key={guide} name={guide} /> : <UnknownGuide />;
}
