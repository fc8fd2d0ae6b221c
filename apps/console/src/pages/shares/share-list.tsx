import type { SharesBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { sharesText } from '../../i18n/shares.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { Records } from '../../manage/records.tsx';
import { useFound } from '../../manage/use-found.ts';
import { SHARES_PATH } from './path.ts';
import { useShareColumns } from './use-share-columns.tsx';

/** The newest first, those that are over among them. */
export function ShareList(): ReactNode {
  const say = useText(sharesText);
  const columns = useShareColumns();
  const found = useFound({
    path: SHARES_PATH,
    wanted: {},
    pageOf: ({ shares, next }: SharesBody) => ({ rows: shares, next }),
  });
  return (
    <>
      <Loaded query={found.query}>
        {(shares) => (
          <Records
            caption={say('list')}
            columns={columns}
            rows={shares}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say('empty')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </>
  );
}
