import type { MeBody } from '@suyuan/api';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddLoginName } from './add-login-name.tsx';
import { RemoveLoginName } from './remove-login-name.tsx';

/** With what one signs in; the last one stays. */
export function LoginNames({ loginNames }: { loginNames: MeBody['loginNames'] }): ReactNode {
  const say = useText(meText);
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<string>();
  return (
    <>
      {loginNames.length === 0 ? <p className="soft">{say('loginNames.none')}</p> : null}
      <ul className="plain-list login-names">
        {loginNames.map(({ value, kind }) => (
          <li key={value} className="with-action">
            <span>
              {value} <span className="soft">{say(`kind.${kind}`)}</span>
            </span>
            {loginNames.length > 1 ? (
              <Button size="small" aria-label={say('loginName.removeOf', { value })} onClick={() => setRemoved(value)}>
                {say('loginName.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => setAdding(true)}>
        {say('loginName.add')}
      </Button>
      {isAdding ? <AddLoginName onClose={() => setAdding(false)} /> : null}
      {removed === undefined ? null : <RemoveLoginName value={removed} onClose={() => setRemoved(undefined)} />}
    </>
  );
}
