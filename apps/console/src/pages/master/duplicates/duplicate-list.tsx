import type { DuplicatesBody } from '@suyuan/api/merges';
import type { ReactNode } from 'react';
import { duplicatesText } from '../../../i18n/duplicates.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { MoreButton } from '../../../manage/more-button.tsx';
import { useFound } from '../../../manage/use-found.ts';
import { DUPLICATES_PATH } from '../path.ts';
import { DuplicateGroup } from './duplicate-group.tsx';
import { useDuplicateCount } from './use-duplicate-count.ts';

/** Group by group, of one kind or of all. */
export function DuplicateList({ kind }: { kind: string }): ReactNode {
  const say = useText(duplicatesText);
  const count = useDuplicateCount(kind);
  const found = useFound({
    path: DUPLICATES_PATH,
    wanted: { kind },
    pageOf: ({ groups, next }: DuplicatesBody) => ({ rows: groups, next }),
  });
  return (
    <>
      <Loaded query={found.query}>
        {(groups) =>
          groups.length === 0 ? (
            <p className="nothing soft">{say(kind === '' ? 'empty' : 'empty.kind')}</p>
          ) : (
            <>
              {count === undefined ? null : <p className="soft">{say('count', { count })}</p>}
              {groups.map((group) => (
                <DuplicateGroup key={group.entries.map(({ code }) => code).join(' ')} group={group} />
              ))}
            </>
          )
        }
      </Loaded>
      <MoreButton found={found} />
    </>
  );
}
