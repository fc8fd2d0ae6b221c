import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { homeText } from '../../i18n/home.ts';
import { useText } from '../../i18n/use-text.ts';
import { FEW_CODES } from '../me/few-codes.ts';
import { useMe } from '../me/use-me.ts';

/** What a person does well to mend in its own account; nothing where the server does not tell. */
export function AccountAlerts(): ReactNode {
  const say = useText(homeText);
  const { data: me } = useMe();
  if (me === undefined) return null;
  const { hasFactor, hasPassword, recoveryCodesLeft: count } = me;
  if (!hasFactor) {
    // Whoever has no password is asked for more, or not, where it signs in.
    if (!hasPassword) return null;
    const action = <Link to="/me">{say('factor.link')}</Link>;
    return <Alert type="info" showIcon title={say('factor.advice')} action={action} />;
  }
  if (count >= FEW_CODES) return null;
  const title = count === 0 ? say('codes.none') : say('codes.few', { count });
  return <Alert type="warning" showIcon title={title} action={<Link to="/me">{say('codes.link')}</Link>} />;
}
