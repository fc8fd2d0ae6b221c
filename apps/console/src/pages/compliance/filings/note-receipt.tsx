import type { FilingBody, NewReceipt } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../../api.ts';
import { filingsText } from '../../../i18n/filings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { FormDialog } from '../../../manage/form-dialog.tsx';
import { Loaded } from '../../../manage/loaded.tsx';
import { TextField } from '../../../manage/text-field.tsx';
import { FILINGS_PATH, filedPath, kindPath } from './path.ts';
import { RefusedFields, type RefusedGroup } from './refused-fields.tsx';
import { useFiledRecords } from './use-filed-records.ts';

interface Given {
  readonly number?: string;
  readonly refused: readonly RefusedGroup[];
}

interface NoteReceiptProps {
  readonly filing: FilingBody;
  readonly onClose: () => void;
}

/** What the receiver answered: a number, and what it did not take. */
export function NoteReceipt({ filing, onClose }: NoteReceiptProps): ReactNode {
  const say = useText(filingsText);
  const api = useApi();
  const queries = useQueryClient();
  const path = filedPath(filing.id);
  const records = useFiledRecords(filing.id);
  const onDone = (): void => {
    onClose();
    for (const key of [path, kindPath(filing), FILINGS_PATH]) void queries.invalidateQueries({ queryKey: [key] });
  };
  return (
    <FormDialog<Given, FilingBody>
      title={say('note')}
      doing={say('note.do')}
      initial={{ number: '', refused: [] }}
      onSend={(given) => api.send('POST', `${path}/receipt`, receiptOf(given))}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{say('note.text')}</p>
      <TextField name="number" label={say('number')} help={say('number.help')} maxLength={200} />
      <Loaded query={records}>{(all) => <RefusedFields records={all} />}</Loaded>
    </FormDialog>
  );
}

function receiptOf({ number = '', refused = [] }: Given): NewReceipt {
  const said = number.trim();
  return {
    ...(said === '' ? {} : { number: said }),
    refused: refused.flatMap(({ records, reason }) => records.map((eventID) => ({ eventID, reason: reason.trim() }))),
  };
}
