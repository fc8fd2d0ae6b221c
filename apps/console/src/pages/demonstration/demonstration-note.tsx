import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { demonstrationText } from '../../i18n/demonstration.ts';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../../manage/use-may.ts';
import { DEMONSTRATION_PAGE, useDemonstration } from './use-demonstration.ts';

/** That there is one, so that it is not forgotten. */
export function DemonstrationNote(): ReactNode {
  const say = useText(demonstrationText);
  const { data } = useDemonstration({ isAsked: useMay('operate') });
  if (data === undefined || data === null || data.state === 'none') return null;
  return (
    <Alert
      type="info"
      showIcon
      title={say('there')}
      action={<Link to={DEMONSTRATION_PAGE}>{say('there.link')}</Link>}
    />
  );
}
