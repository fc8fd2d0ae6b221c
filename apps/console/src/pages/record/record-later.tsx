import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { offlineText } from '../../i18n/offline.ts';
import { useText } from '../../i18n/use-text.ts';
import type { useSheetOf } from './use-sheet.ts';

/** Without a line nothing can be checked: what is wanted is kept, and done when it is back. */
export function RecordLater({ sheet }: { sheet: ReturnType<typeof useSheetOf> }): ReactNode {
  const say = useText(offlineText);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const keeping = useMutation({
    mutationFn: sheet.recordLater,
    async onSuccess(isKept) {
      if (!isKept) return;
      await navigate('/record');
      void message.success(say('record.later.done'));
    },
    onError: () => message.error(say('record.later.failed')),
  });
  return (
    <>
      <p className="soft later-what">{say('record.later.what')}</p>
      <Button size="large" type="primary" loading={keeping.isPending} onClick={() => keeping.mutate()}>
        {say('record.later')}
      </Button>
    </>
  );
}
