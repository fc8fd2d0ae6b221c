import type { PartnerBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { partnersText } from '../../i18n/partners.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { PARTNERS_PATH } from './path.ts';

type Deed = 'accept' | 'decline' | 'withdraw' | 'end';

/** What may be done with one, each asked about first. */
export function PartnerActions({ partner: { id, given, state, other } }: { partner: PartnerBody }): ReactNode {
  const say = useText(partnersText);
  const api = useApi();
  const queries = useQueryClient();
  const name = other.name ?? other.code ?? other.id;
  const run = async (deed: Deed): Promise<void> => {
    if (deed === 'accept' || deed === 'decline') await api.send('POST', `${PARTNERS_PATH}/${id}/${deed}`);
    else await api.send('DELETE', `${PARTNERS_PATH}/${id}`);
    void queries.invalidateQueries({ queryKey: [PARTNERS_PATH] });
  };
  return (
    <span className="chips">
      {deedsOf(state, given).map((deed) => (
        <AskButton
          key={deed}
          doing={say(deed)}
          title={say(`${deed}.of`, { name })}
          isGrave={deed !== 'accept'}
          onDo={() => run(deed)}
        >
          <p>{say(`${deed}.text`)}</p>
        </AskButton>
      ))}
    </span>
  );
}

function deedsOf(state: PartnerBody['state'], given: boolean): readonly Deed[] {
  if (state === 'accepted') return ['end'];
  return given ? ['withdraw'] : ['accept', 'decline'];
}
