import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { supervisionText } from '../../i18n/supervision.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { ExtentFields } from '../../manage/jurisdictions/extent-fields.tsx';
import { JURISDICTIONS_PATH } from '../../manage/jurisdictions/path.ts';
import { TextField } from '../../manage/text-field.tsx';

interface Given {
  readonly organisation: string;
  readonly region: string;
  readonly category: string;
}

const ID = /^\s*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*$/i;

/** Gives a regulator below this one a part of its jurisdiction. */
export function GiveBelow({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(supervisionText);
  const api = useApi();
  const queries = useQueryClient();
  const onDone = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: [JURISDICTIONS_PATH] });
  };
  return (
    <FormDialog<Given, unknown>
      title={say('give.title')}
      doing={say('give.do')}
      initial={{ organisation: '' }}
      onSend={({ organisation, region, category }) =>
        api.send('POST', JURISDICTIONS_PATH, { organisation: organisation.trim(), region, category })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <p>{say('give.text')}</p>
      <TextField
        name="organisation"
        label={say('receiver.id')}
        help={say('receiver.help')}
        missing={say('receiver.wrongForm')}
        form={{ pattern: ID, message: say('receiver.wrongForm') }}
        maxLength={60}
      />
      <ExtentFields />
    </FormDialog>
  );
}
