import type { EntriesBody, EntryBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useFound } from '../../manage/use-found.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { Also } from './duplicates/also.tsx';
import { FoundBy } from './found-by.tsx';
import { ENTRIES_PATH, entryPage } from './path.ts';
import { useFoundBy } from './use-found-by.ts';
import { useWords } from './use-words.ts';

interface EntryListProps {
  /** Part of a name, code or number; empty for all. */
  readonly q: string;
  readonly kind: string;
}

/** In the order of codes; above it what once had the number that is looked for. */
export function EntryList({ q, kind }: EntryListProps): ReactNode {
  const say = useText(masterText);
  const columns = useColumns();
  const found = useFound({
    path: ENTRIES_PATH,
    wanted: { q: q.trim(), kind },
    pageOf: ({ entries, next }: EntriesBody) => ({ rows: entries, next }),
    cursor: 'after',
  });
  const codes = new Set(found.query.data?.map(({ code }) => code));
  const others = useFoundBy(q).filter((thing) => !codes.has(thing.code) && (kind === '' || thing.kind === kind));
  return (
    <>
      <Loaded query={found.query}>
        {(entries) => (
          <>
            <FoundBy things={others} />
            {entries.length === 0 && others.length > 0 ? null : (
              <Records
                caption={say('list')}
                columns={columns}
                rows={entries}
                keyOf={({ code }) => code}
                file={found.pageAt}
                empty={say(q.trim() === '' && kind === '' ? 'empty' : 'empty.found')}
              />
            )}
          </>
        )}
      </Loaded>
      <MoreButton found={found} />
    </>
  );
}

function useColumns(): readonly Column<EntryBody>[] {
  const say = useText(masterText);
  const words = useWords();
  const [{ language }] = useSettings();
  return [
    {
      label: say('name'),
      cell: ({ name, code, merged = [] }) => (
        <>
          <Link to={entryPage(code)}>
            <strong>{name?.[language] ?? words.ofCode(code)}</strong>
          </Link>
          <Also entry={{ name, merged }} />
        </>
      ),
    },
    { label: say('kind'), cell: ({ kind }) => words.ofKind(kind) },
    { label: say('code'), cell: ({ code }) => <span className="code">{words.ofCode(code)}</span> },
    { label: say('at'), cell: ({ at }) => <Moment at={at} /> },
  ];
}
