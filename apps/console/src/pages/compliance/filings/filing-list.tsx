import type { FilingBody, FilingsBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { filingsText } from '../../../i18n/filings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { Moment } from '../../../manage/moment.tsx';
import { MoreButton } from '../../../manage/more-button.tsx';
import { type Column, Records } from '../../../manage/records.tsx';
import { useFound } from '../../../manage/use-found.ts';
import { useMay } from '../../../manage/use-may.ts';
import { LANGUAGE_TAGS } from '../../../settings/language.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { filedPage, filedPath, type KindId, kindPath } from './path.ts';
import { ReceiptState } from './receipt-state.tsx';

/** What was handed in, the newest first. */
export function FilingList({ kind }: { kind: KindId }): ReactNode {
  const say = useText(filingsText);
  const mayMake = useMay('capture');
  const columns = useFilingColumns();
  const found = useFound({
    path: kindPath(kind),
    wanted: {},
    pageOf: ({ filings, next }: FilingsBody) => ({ rows: filings, next }),
  });
  return (
    <>
      <Loaded query={found.query}>
        {(filings) => (
          <Records
            caption={say('made')}
            columns={columns}
            rows={filings}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say(mayMake ? 'made.empty' : 'made.none')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </>
  );
}

function useFilingColumns(): readonly Column<FilingBody>[] {
  const say = useText(filingsText);
  const [{ language }] = useSettings();
  return [
    {
      label: say('madeAt'),
      cell: ({ id, madeAt, madeBy }) => (
        <>
          <Link to={filedPage(id)}>
            <Moment at={madeAt} />
          </Link>
          <span className="means">{madeBy ?? say('madeBy.key')}</span>
        </>
      ),
    },
    { label: say('lines'), cell: ({ lines }) => lines.toLocaleString(LANGUAGE_TAGS[language]) },
    { label: say('receipt'), cell: (filing) => <ReceiptState filing={filing} /> },
    {
      label: say('file'),
      // The browser writes it to the disk as it comes.
      cell: ({ id, madeAt, format }) => {
        const words = say('download.as', { format: format.toUpperCase() });
        const at = new Date(madeAt).toLocaleString(LANGUAGE_TAGS[language]);
        return (
          <a href={`${filedPath(id)}/file`} download aria-label={say('download.of', { words, at })}>
            {words}
          </a>
        );
      },
    },
  ];
}
