import type { KeyBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { keysText } from '../../i18n/keys.ts';
import { useText } from '../../i18n/use-text.ts';
import { CopyLine } from '../../manage/copy-line.tsx';
import { Moment } from '../../manage/moment.tsx';
import { OnceDialog } from '../../manage/once-dialog.tsx';

/** A key as the server answers when it is made. */
export interface MadeKey {
  readonly id: string;
  readonly secret: string;
  readonly expiresAt: string | null;
}

interface KeyOnceProps {
  readonly label: string;
  readonly scopes: KeyBody['scopes'];
  readonly made: MadeKey;
  readonly onClose: () => void;
}

/** The key that was made, and a line by which a programmer sees that it works. */
export function KeyOnce({ label, scopes, made: { secret, expiresAt }, onClose }: KeyOnceProps): ReactNode {
  const say = useText(keysText);
  const mayQuery = scopes === null || scopes.includes('query');
  return (
    <OnceDialog title={say('once.title', { label })} warning={say('once')} onClose={onClose}>
      <CopyLine label={say('secret')} text={secret} />
      {mayQuery ? (
        <CopyLine
          label={say('try')}
          text={`curl -H "Authorization: Bearer ${secret}" "${location.origin}/epcis/events?perPage=1"`}
        />
      ) : null}
      <p>
        <span className="soft">{say('expires')}</span>{' '}
        {expiresAt === null ? say('expires.never') : <Moment at={expiresAt} />}
      </p>
    </OnceDialog>
  );
}
