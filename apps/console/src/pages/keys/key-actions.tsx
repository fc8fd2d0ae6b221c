import type { KeyBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { keysText } from '../../i18n/keys.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { KEYS_KEY } from '../../manage/queries.ts';
import { RotateKey } from './rotate-key.tsx';

export function KeyActions({ apiKey }: { apiKey: KeyBody }): ReactNode {
  const say = useText(keysText);
  const api = useApi();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'rotate' | 'revoke'>();
  const close = (): void => setOpen(undefined);
  const label = apiKey.label ?? apiKey.secretEnd ?? '';
  const revoke = async (): Promise<void> => {
    await api.send('DELETE', `/v1/keys/${apiKey.id}`);
    void queries.invalidateQueries({ queryKey: KEYS_KEY });
  };
  return (
    <span className="chips">
      <Button size="small" aria-label={say('rotate.of', { label })} onClick={() => setOpen('rotate')}>
        {say('rotate')}
      </Button>
      <Button size="small" danger aria-label={say('revoke.of', { label })} onClick={() => setOpen('revoke')}>
        {say('revoke')}
      </Button>
      {open === 'rotate' ? <RotateKey apiKey={apiKey} onClose={close} /> : null}
      {open === 'revoke' ? (
        <AskDialog title={say('revoke.of', { label })} doing={say('revoke')} isGrave onDo={revoke} onClose={close}>
          <p>{say('revoke.text')}</p>
        </AskDialog>
      ) : null}
    </span>
  );
}
