import type { KeyBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { keysText } from '../../i18n/keys.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { KEYS_KEY } from '../../manage/queries.ts';
import { KeyOnce, type MadeKey } from './key-once.tsx';

const OVERLAPS = [0, 1, 7, 30] as const;

/** A key in the place of another, both good for a while. */
export function RotateKey({ apiKey, onClose }: { apiKey: KeyBody; onClose: () => void }): ReactNode {
  const say = useText(keysText);
  const api = useApi();
  const queries = useQueryClient();
  const [made, setMade] = useState<MadeKey>();
  const label = apiKey.label ?? apiKey.secretEnd ?? '';
  const close = (): void => {
    // Only now: with the list the row goes, and the dialog with it.
    void queries.invalidateQueries({ queryKey: KEYS_KEY });
    onClose();
  };
  if (made !== undefined) return <KeyOnce label={label} scopes={apiKey.scopes} made={made} onClose={close} />;
  return (
    <FormDialog<{ overlapDays: number }, MadeKey>
      title={say('rotate.of', { label })}
      doing={say('rotate')}
      initial={{ overlapDays: 7 }}
      onSend={(given) => api.send('POST', `/v1/keys/${apiKey.id}/rotate`, given)}
      onDone={setMade}
      onClose={onClose}
    >
      <p>{say('rotate.text')}</p>
      <Form.Item name="overlapDays" label={say('rotate.overlap')}>
        <Radio.Group options={OVERLAPS.map((value) => ({ value, label: say(`overlap.${value}`) }))} />
      </Form.Item>
    </FormDialog>
  );
}
