import type { DisputesBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { disputesText } from '../../i18n/disputes.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { Records } from '../../manage/records.tsx';
import { useFound } from '../../manage/use-found.ts';
import { useMay } from '../../manage/use-may.ts';
import { DISPUTES_PATH } from './path.ts';
import { useDisputeColumns } from './use-dispute-columns.tsx';

/** The newest first: what the organisation made (`mine`), or what is about its records (`ours`). */
export function DisputeList({ about }: { about: 'mine' | 'ours' }): ReactNode {
  const say = useText(disputesText);
  const mayDispute = useMay('capture');
  const columns = useDisputeColumns(about);
  const found = useFound({
    path: DISPUTES_PATH,
    wanted: { about },
    pageOf: ({ disputes, next }: DisputesBody) => ({ rows: disputes, next }),
  });
  const empty = about === 'ours' ? 'ours.empty' : mayDispute ? 'mine.empty' : 'mine.none';
  return (
    <>
      <Loaded query={found.query}>
        {(disputes) => (
          <Records
            caption={say(about)}
            columns={columns}
            rows={disputes}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say(empty)}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </>
  );
}
