import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { peopleText } from '../../i18n/people.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { INVITATIONS_KEY } from '../../manage/queries.ts';

export function RevokeInvitation({ id, name }: { id: string; name: string }): ReactNode {
  const say = useText(peopleText);
  const api = useApi();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const revoke = async (): Promise<void> => {
    await api.send('DELETE', `/v1/invitations/${id}`);
    void queries.invalidateQueries({ queryKey: INVITATIONS_KEY });
  };
  return (
    <>
      <Button size="small" danger aria-label={say('revoke.of', { name })} onClick={() => setAsking(true)}>
        {say('revoke')}
      </Button>
      {isAsking ? (
        <AskDialog
          title={say('revoke.of', { name })}
          doing={say('revoke')}
          isGrave
          onDo={revoke}
          onClose={() => setAsking(false)}
        >
          <p>{say('revoke.text')}</p>
        </AskDialog>
      ) : null}
    </>
  );
}
