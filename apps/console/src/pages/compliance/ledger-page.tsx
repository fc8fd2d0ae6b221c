import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { MoreButton } from '../../manage/more-button.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useWanted } from '../../manage/use-wanted.ts';
import { useSettings } from '../../settings/use-settings.ts';
import './compliance.css';
import { LedgerDays } from './ledger-days.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { type LedgerId, ledgerPath, searchOf } from './path.ts';
import { useLedger } from './use-ledger.ts';

/** One ledger; the days stand in the address: `?from=`, `until`. */
export function LedgerPage(): ReactNode {
  const { pack = '', ledger = '' } = useParams();
  const say = useText(complianceText);
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/compliance">{say('back')}</Link>
      </p>
      <Ledger key={`${pack} ${ledger}`} pack={pack} ledger={ledger} />
    </OnlyFor>
  );
}

function Ledger(id: LedgerId): ReactNode {
  const say = useText(complianceText);
  const [{ language }] = useSettings();
  const [search, setSearch] = useWanted();
  const span = { from: search.get('from') ?? '', until: search.get('until') ?? '' };
  const found = useLedger(id, span);
  const { head } = found;
  const title = head?.name[language] ?? say('ledger');
  // The browser writes it to the disk as it comes: a ledger of years is larger than what a page holds.
  const download = (
    <Button
      type="primary"
      icon={<DownloadOutlined aria-hidden />}
      href={`${ledgerPath(id)}/xlsx?${searchOf({ ...span, language })}`}
      download={`suyuan-${id.pack}-${id.ledger}.xlsx`}
    >
      {say('download')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={title}
        lead={head === undefined ? '' : say('ledger.lead', { basis: head.basis[language] })}
        action={head === undefined ? null : download}
      />
      <section className="section" aria-label={say('ledger')}>
        <LedgerDays span={span} onChange={(next) => setSearch(searchOf({ ...next }))} />
        <LedgerTable title={title} found={found} isOfAllTimes={span.from === '' && span.until === ''} />
        <MoreButton found={found} />
      </section>
    </>
  );
}
