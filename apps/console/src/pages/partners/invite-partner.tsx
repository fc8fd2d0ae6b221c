import type { NewPartner, PartnerBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { partnersText } from '../../i18n/partners.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { PARTNERS_PATH } from './path.ts';

export function InvitePartner({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(partnersText);
  const api = useApi();
  const queries = useQueryClient();
  const onDone = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: [PARTNERS_PATH] });
  };
  return (
    <FormDialog<Required<NewPartner>, PartnerBody>
      title={say('invite')}
      doing={say('invite.do')}
      initial={{ organisation: '', note: '' }}
      onSend={({ organisation, note }) =>
        api.send('POST', PARTNERS_PATH, { organisation: organisation.trim(), note: note.trim() })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <TextField
        name="organisation"
        label={say('organisation')}
        help={say('organisation.help')}
        missing={say('organisation.missing')}
        maxLength={200}
      />
      <TextField name="note" label={say('note')} help={say('note.help')} maxLength={200} kind="lines" />
    </FormDialog>
  );
}
