import type { MeBody } from '@suyuan/api';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { ChangeName } from './change-name.tsx';
import { ChangePassword } from './change-password.tsx';
import { LoginNames } from './login-names.tsx';

/** Name, login names and password. */
export function Profile({ me }: { me: MeBody }): ReactNode {
  const say = useText(meText);
  const [changed, setChanged] = useState<'name' | 'password'>();
  const close = (): void => setChanged(undefined);
  return (
    <section className="section" aria-labelledby="profile">
      <h2 id="profile">{say('profile')}</h2>
      <dl className="facts">
        <dt>{say('name')}</dt>
        <dd className="with-action">
          {me.name}
          <Button size="small" aria-label={say('name.change')} onClick={() => setChanged('name')}>
            {say('change')}
          </Button>
        </dd>
        <dt>{say('loginNames')}</dt>
        <dd>
          <LoginNames loginNames={me.loginNames} />
        </dd>
        <dt>{say('password')}</dt>
        <dd className="with-action">
          {say(me.hasPassword ? 'password.set' : 'password.none')}
          {me.hasPassword ? (
            <Button size="small" aria-label={say('password.change')} onClick={() => setChanged('password')}>
              {say('change')}
            </Button>
          ) : null}
        </dd>
      </dl>
      {changed === 'name' ? <ChangeName name={me.name} onClose={close} /> : null}
      {changed === 'password' ? <ChangePassword onClose={close} /> : null}
    </section>
  );
}
