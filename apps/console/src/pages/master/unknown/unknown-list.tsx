import type { UnknownCodesBody, UnknownKind } from '@suyuan/api';
import type { ReactNode } from 'react';
import { manageText } from '../../../i18n/manage.ts';
import { unknownCodesText } from '../../../i18n/unknown-codes.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { Moment } from '../../../manage/moment.tsx';
import { MoreButton } from '../../../manage/more-button.tsx';
import { type Column, Records } from '../../../manage/records.tsx';
import { useFound } from '../../../manage/use-found.ts';
import { useMay } from '../../../manage/use-may.ts';
import { UNKNOWN_PATH } from '../path.ts';
import { useWords } from '../use-words.ts';
import { DescribeButton } from './describe-button.tsx';

type UnknownCode = UnknownCodesBody['codes'][number];

/** The one that was seen last stands first. */
export function UnknownList({ kind }: { kind: UnknownKind | undefined }): ReactNode {
  const say = useText(unknownCodesText);
  const columns = useColumns();
  const found = useFound({
    path: UNKNOWN_PATH,
    wanted: { kind: kind ?? '' },
    pageOf: ({ codes, next }: UnknownCodesBody) => ({ rows: codes, next }),
    cursor: 'after',
  });
  return (
    <>
      <Loaded query={found.query}>
        {(codes) => (
          <Records
            caption={say('title')}
            columns={columns}
            rows={codes}
            keyOf={({ code, kind: own }) => `${own} ${code}`}
            file={found.pageAt}
            empty={say(kind === undefined ? 'empty' : 'empty.kind')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </>
  );
}

function useColumns(): readonly Column<UnknownCode>[] {
  const say = useText(unknownCodesText);
  const sayAll = useText(manageText);
  const words = useWords();
  const maySay = useMay('capture');
  const told: readonly Column<UnknownCode>[] = [
    { label: say('code'), cell: ({ code }) => <strong className="code">{words.ofCode(code)}</strong> },
    { label: say('kind'), cell: ({ kind }) => words.ofKind(kind) },
    { label: say('events'), cell: ({ events }) => say('events.count', { count: events }) },
    { label: say('newest'), cell: ({ newestAt }) => <Moment at={newestAt} /> },
  ];
  if (!maySay) return told;
  return [...told, { label: sayAll('actions'), cell: ({ code, kind }) => <DescribeButton code={code} kind={kind} /> }];
}
