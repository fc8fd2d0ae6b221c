import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../api.ts';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { useProblemText } from '../../problem-text.ts';
import { SHEETS_PATH, sheetPage } from './path.ts';
import { RecordLater } from './record-later.tsx';
import type { useSheetOf } from './use-sheet.ts';

interface SheetActionsProps {
  readonly id: string;
  readonly sheet: ReturnType<typeof useSheetOf>;
  /** What is said to whoever sent it. */
  readonly tell: string | undefined;
}

/** Checking and recording are two steps: what is checked is recorded as it was checked. */
export function SheetActions({ id, sheet, tell }: SheetActionsProps): ReactNode {
  const say = useText(recordText);
  const { save } = sheet;
  return (
    <div className="sheet-actions">
      <span className="soft saving" aria-live="polite">
        {sheet.isOffline ? say('saved.here') : save.isPending ? say('saving') : save.isSuccess ? say('saved') : null}
      </span>
      <Discard id={id} onDone={sheet.forget} />
      {sheet.isOffline ? <RecordLater sheet={sheet} /> : <CheckAndRecord sheet={sheet} tell={tell} />}
    </div>
  );
}

function CheckAndRecord({ sheet, tell }: Omit<SheetActionsProps, 'id'>): ReactNode {
  const say = useText(recordText);
  const { check, submit, told } = sheet;
  const isReady = sheet.isChecked() && told !== undefined && told.faults.length === 0;
  const isForbidden = told?.findings.some(({ effect }) => effect === 'refuse') === true;
  const mayRecord = isReady && !isForbidden;
  return (
    <>
      <Button
        size="large"
        type={mayRecord ? 'default' : 'primary'}
        loading={check.isPending}
        onClick={() => check.mutate()}
      >
        {say('check')}
      </Button>
      <Button
        size="large"
        type={mayRecord ? 'primary' : 'default'}
        disabled={!mayRecord}
        loading={submit.isPending}
        onClick={() => submit.mutate(tell)}
      >
        {say(told !== undefined && told.findings.length > 0 ? 'submit.all.the.same' : 'submit')}
      </Button>
    </>
  );
}

/** Taken away, with a way back. */
function Discard({ id, onDone }: { id: string; onDone: () => void }): ReactNode {
  const say = useText(recordText);
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const path = `${SHEETS_PATH}/${id}`;
  const refresh = (): void => void queries.invalidateQueries({ queryKey: [SHEETS_PATH] });
  const restore = async (): Promise<void> => {
    message.destroy(id);
    await api.send('POST', `${path}/restore`);
    refresh();
    await navigate(sheetPage(id));
  };
  const content = (
    <>
      {say('discarded')}{' '}
      <Button type="link" size="small" onClick={() => void restore()}>
        {say('restore')}
      </Button>
    </>
  );
  const discarding = useMutation({
    mutationFn: () => api.send('DELETE', path),
    async onSuccess() {
      onDone();
      refresh();
      await navigate('/record');
      void message.open({ key: id, type: 'success', duration: 10, content });
    },
    onError: (error) => message.error(problemText(error)),
  });
  return (
    <Button size="large" loading={discarding.isPending} onClick={() => discarding.mutate()}>
      {say('discard')}
    </Button>
  );
}
