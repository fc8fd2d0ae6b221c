import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { BalanceOverview } from './balances/balance-overview.tsx';
import { DueOverview } from './due-overview.tsx';
import { FilingOverview } from './filings/filing-overview.tsx';
import { JudgedPack } from './judged-pack.tsx';
import { NoPack } from './no-pack.tsx';
import { useCompliance } from './use-compliance.ts';
import { YearsButton } from './years/years-button.tsx';

/** How the organisation's records stand to what the law asks of them, pack by pack. */
export function CompliancePage(): ReactNode {
  const say = useText(complianceText);
  return (
    <OnlyFor right="query">
      <PageHead title={say('title')} lead={say('lead')} action={<YearsButton />} />
      <Packs />
    </OnlyFor>
  );
}

function Packs(): ReactNode {
  const say = useText(complianceText);
  const query = useCompliance();
  return (
    <Loaded query={query}>
      {({ packs, waiting }) => (
        <>
          {waiting === 0 ? null : (
            <Alert type="info" showIcon title={say('waiting')} description={say('waiting.text', { count: waiting })} />
          )}
          <DueOverview packs={packs} />
          {packs.length === 0 ? null : <FilingOverview />}
          {/* What is allotted is entered before anything of it is recorded. */}
          <BalanceOverview waiting={waiting} />
          {packs.length === 0 ? <NoPack /> : packs.map((pack) => <JudgedPack key={pack.id} pack={pack} />)}
        </>
      )}
    </Loaded>
  );
}
