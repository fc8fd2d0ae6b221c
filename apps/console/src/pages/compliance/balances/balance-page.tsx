import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { balancesText } from '../../../i18n/balances.ts';
import { complianceText } from '../../../i18n/compliance.ts';
import { useText } from '../../../i18n/use-text.ts';
import { MoreButton } from '../../../manage/more-button.tsx';
import { OnlyFor } from '../../../manage/only-for.tsx';
import { PageHead } from '../../../manage/page-head.tsx';
import { useWanted } from '../../../manage/use-wanted.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import '../compliance.css';
import { type AccountsWanted, type BalanceId, balancePath, SHOWN, searchOf } from '../path.ts';
import { useSure } from '../use-sure.ts';
import { AccountList } from './account-list.tsx';
import { BalanceFilters } from './balance-filters.tsx';
import './balances.css';
import { askedOf, type FoundBalance, useBalance } from './use-balance.ts';

/** One book of accounts. What is looked for stands in the address: `?show=`, `from`, `until`, `code`. */
export function BalancePage(): ReactNode {
  const { pack = '', balance = '' } = useParams();
  const say = useText(complianceText);
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/compliance">{say('back')}</Link>
      </p>
      <Book key={`${pack} ${balance}`} pack={pack} balance={balance} />
    </OnlyFor>
  );
}

function Book(id: BalanceId): ReactNode {
  const say = useText(balancesText);
  const leadOf = useLead();
  const [{ language }] = useSettings();
  const [search, setSearch] = useWanted();
  const wanted = wantedOf(search);
  const found = useBalance(id, wanted);
  const title = found.head?.name[language] ?? say('title');
  return (
    <>
      <PageHead
        title={title}
        lead={leadOf(found)}
        action={found.head === undefined ? null : <Download id={id} wanted={wanted} />}
      />
      <section className="section" aria-label={title}>
        <BalanceFilters
          isOfOne={found.head?.by === 'whole'}
          wanted={wanted}
          onChange={(next) => setSearch(searchOf({ ...next }))}
        />
        <AccountList book={id} found={found} wanted={wanted} />
        <MoreButton found={found} />
      </section>
    </>
  );
}

/** What cannot be shown together is as nothing said: first what something is to be done about. */
function wantedOf(search: URLSearchParams): AccountsWanted {
  const given = (name: keyof AccountsWanted): string => search.get(name) ?? '';
  const show = SHOWN.find((each) => each === given('show')) ?? 'attention';
  return { show, from: given('from'), until: given('until'), code: given('code') };
}

/** By which law, how sure that is, and from which difference on something is told. */
function useLead(): (found: FoundBalance) => string {
  const say = useText(balancesText);
  const sureOf = useSure();
  const [{ language }] = useSettings();
  return ({ head }) => {
    if (head === undefined) return '';
    const law = say('lead', { basis: head.basis[language], sure: sureOf(head.confidence) });
    if (head.tolerance === 0) return law;
    const tolerance = say('lead.tolerance', { percent: head.tolerance });
    return language === 'zh' ? law + tolerance : `${law} ${tolerance}`;
  };
}

/** With what is looked for. The browser writes it to the disk as it comes. */
function Download({ id, wanted }: { id: BalanceId; wanted: AccountsWanted }): ReactNode {
  const say = useText(complianceText);
  const [{ language }] = useSettings();
  return (
    <Button
      type="primary"
      icon={<DownloadOutlined aria-hidden />}
      href={`${balancePath(id)}/xlsx?${searchOf({ ...askedOf(wanted), language })}`}
      download={`suyuan-${id.pack}-${id.balance}.xlsx`}
    >
      {say('download')}
    </Button>
  );
}
