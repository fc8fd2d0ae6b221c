import type { Balances } from '@suyuan/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../../api.ts';
import { balancesText } from '../../../i18n/balances.ts';
import { quotasText } from '../../../i18n/quotas.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { type Column, Records } from '../../../manage/records.tsx';
import { Section } from '../../../manage/section.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import { BALANCES_PATH, balancePage, QUOTAS_PAGE } from '../path.ts';
import { useQuotas } from '../quotas/use-quotas.ts';
import { countOf } from './shown-states.ts';
import { useNumber } from './use-number.ts';

type Book = Balances['balances'][number];

/**
 * Accounts of quantities, book by book, and the way to quotas of them; nothing where the packs prescribe neither, or
 * nothing of them is recorded. Asked anew with each number of records that wait to be judged.
 */
export function BalanceOverview({ waiting }: { waiting: number }): ReactNode {
  const say = useText(balancesText);
  const sayOfQuotas = useText(quotasText);
  const api = useApi();
  const [{ language }] = useSettings();
  const query = useQuery({
    queryKey: [BALANCES_PATH, waiting],
    queryFn: () => api.get<Balances>(BALANCES_PATH),
    // Whoever mended a record and comes back looks whether it is in order now.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const quotas = useQuotas();
  if (query.isPending || quotas.isPending) return null;
  const hasQuotas = quotas.data !== undefined && quotas.data.books.length + quotas.data.quotas.length > 0;
  if (query.data?.balances.length === 0 && !hasQuotas) return null;
  const columns: readonly Column<Book>[] = [
    {
      label: say('book'),
      cell: (book) => (
        <Link to={balancePage(book, countOf(book.states, 'attention') === 0 ? 'held' : 'attention')}>
          {say('title.of', { name: book.name[language], pack: book.packName[language] })}
        </Link>
      ),
    },
    { label: say('now'), cell: (book) => <BookCounts book={book} /> },
  ];
  return (
    <Section title={say('title')} tools={hasQuotas ? <Link to={QUOTAS_PAGE}>{sayOfQuotas('title')}</Link> : null}>
      <p className="soft">{say('overview.text')}</p>
      <Loaded query={query}>
        {({ balances }) => (
          <Records
            caption={say('title')}
            columns={columns}
            rows={balances}
            keyOf={({ pack, balance }) => `${pack} ${balance}`}
            empty={say('overview.none')}
          />
        )}
      </Loaded>
    </Section>
  );
}

function BookCounts({ book }: { book: Book }): ReactNode {
  const say = useText(balancesText);
  const told = useNumber();
  const attention = countOf(book.states, 'attention');
  const held = countOf(book.states, 'held');
  if (attention + held === 0) return <span className="soft">{say('all.even')}</span>;
  return (
    <div className="chips">
      {attention === 0 ? null : (
        <Link to={balancePage(book, 'attention')}>
          <Tag color="error">{say('attention.count', { count: told(attention) })}</Tag>
        </Link>
      )}
      {held === 0 ? null : (
        <Link to={balancePage(book, 'held')}>
          <Tag color="success">{say('held.count', { count: told(held) })}</Tag>
        </Link>
      )}
    </div>
  );
}
