import type { ReactNode } from 'react';
import './help.css';
import { isGuideName } from './guide-list.ts';
import { GuidePage } from './guide-page.tsx';
import { GuidesPage } from './guides-page.tsx';
import { type HelpPlace, HelpPlaceContext } from './help-place.ts';
import { UnknownGuide } from './unknown-guide.tsx';

/** What the help says at this place. */
export function HelpText({ place }: { place: HelpPlace }): ReactNode {
  return (
    <HelpPlaceContext value={place}>
      <TextOf guide={place.guide} />
    </HelpPlaceContext>
  );
}

function TextOf({ guide }: Pick<HelpPlace, 'guide'>): ReactNode {
  if (guide === undefined) return <GuidesPage />;
  return isGuideName(guide) ? <GuidePage key={guide} name={guide} /> : <UnknownGuide />;
}
