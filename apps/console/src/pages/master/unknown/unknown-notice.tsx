import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { unknownCodesText } from '../../../i18n/unknown-codes.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useAnyUnknown } from './use-any-unknown.ts';

/** Where records name what nothing is said of: the way there. */
export function UnknownNotice(): ReactNode {
  const say = useText(unknownCodesText);
  const unknown = useAnyUnknown();
  if (unknown === undefined || unknown.codes.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={say('notice')}
      description={<Link to="/master-data/unknown">{say('notice.link')}</Link>}
    />
  );
}
