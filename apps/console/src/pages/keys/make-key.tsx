import type { KeyBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { keysText } from '../../i18n/keys.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { KEYS_KEY } from '../../manage/queries.ts';
import type { GivenKey } from './given-key.ts';
import { KeyFields } from './key-fields.tsx';
import { KeyOnce, type MadeKey } from './key-once.tsx';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Made {
  readonly label: string;
  readonly scopes: KeyBody['scopes'];
  readonly key: MadeKey;
}

/** What a key is for; then the key, once. */
export function MakeKey({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(keysText);
  const api = useApi();
  const queries = useQueryClient();
  const [made, setMade] = useState<Made>();
  const make = async ({ label, role, scopes, days }: GivenKey): Promise<Made> => {
    const key = await api.send<MadeKey>('POST', '/v1/keys', {
      label: label.trim(),
      role,
      ...(scopes.length === 0 ? {} : { scopes }),
      ...(days === 0 ? {} : { expiresAt: new Date(Date.now() + days * DAY_MS).toISOString() }),
    });
    return { label: label.trim(), scopes: scopes.length === 0 ? null : scopes, key };
  };
  const onDone = (done: Made): void => {
    setMade(done);
    void queries.invalidateQueries({ queryKey: KEYS_KEY });
  };
  if (made !== undefined) return <KeyOnce label={made.label} scopes={made.scopes} made={made.key} onClose={onClose} />;
  return (
    <FormDialog<GivenKey, Made>
      title={say('make')}
      doing={say('make.do')}
      initial={{ role: 'capture', scopes: [], days: 365 }}
      onSend={make}
      onDone={onDone}
      onClose={onClose}
    >
      <KeyFields />
    </FormDialog>
  );
}
