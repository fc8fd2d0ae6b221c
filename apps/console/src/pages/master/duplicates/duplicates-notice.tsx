import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { duplicatesText } from '../../../i18n/duplicates.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useDuplicateCount } from './use-duplicate-count.ts';

/** Where entries look like one thing: how many, and the way there. */
export function DuplicatesNotice(): ReactNode {
  const say = useText(duplicatesText);
  const count = useDuplicateCount('');
  if (count === undefined || count === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={say('notice', { count })}
      description={<Link to="/master-data/duplicates">{say('notice.link')}</Link>}
    />
  );
}
