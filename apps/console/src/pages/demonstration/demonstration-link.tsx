import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { demonstrationText } from '../../i18n/demonstration.ts';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../../manage/use-may.ts';
import { DEMONSTRATION_PAGE, useDemonstration } from './use-demonstration.ts';

/** For whoever would rather see it first. */
export function DemonstrationLink(): ReactNode {
  const say = useText(demonstrationText);
  const { data } = useDemonstration({ isAsked: useMay('operate') });
  return data?.state === 'none' ? <Link to={DEMONSTRATION_PAGE}>{say('look')}</Link> : null;
}
