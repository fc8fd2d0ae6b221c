import type { MeBody } from '@suyuan/api';
import { Button, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { FEW_CODES } from './few-codes.ts';
import { RemoveFactor } from './remove-factor.tsx';
import { RenewCodes } from './renew-codes.tsx';
import { SetUpFactorDialog } from './set-up-factor-dialog.tsx';

/** The second step of signing in, and the codes for when its device is not at hand. */
export function Factor({ me: { hasFactor, recoveryCodesLeft } }: { me: MeBody }): ReactNode {
  const say = useText(meText);
  const [open, setOpen] = useState<'set-up' | 'renew' | 'remove'>();
  const close = (): void => setOpen(undefined);
  return (
    <section className="section" aria-labelledby="second-step">
      <h2 id="second-step">{say('factor')}</h2>
      <p className="with-action">
        <Tag color={hasFactor ? 'success' : 'default'}>{say(hasFactor ? 'factor.on' : 'factor.off')}</Tag>
        {hasFactor ? (
          <span>
            {say('codes')}{' '}
            <Tag color={recoveryCodesLeft < FEW_CODES ? 'warning' : 'default'}>
              {say('codes.left', { count: recoveryCodesLeft })}
            </Tag>
          </span>
        ) : null}
      </p>
      <p className="soft">{say('factor.means')}</p>
      <div className="pager">
        {hasFactor ? (
          <>
            <Button onClick={() => setOpen('renew')}>{say('codes.renew')}</Button>
            <Button danger onClick={() => setOpen('remove')}>
              {say('factor.remove')}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={() => setOpen('set-up')}>
            {say('factor.setUp')}
          </Button>
        )}
      </div>
      {open === 'set-up' ? <SetUpFactorDialog onClose={close} /> : null}
      {open === 'renew' ? <RenewCodes onClose={close} /> : null}
      {open === 'remove' ? <RemoveFactor onClose={close} /> : null}
    </section>
  );
}
