import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { complianceText } from '../../../i18n/compliance.ts';
import { quotasText } from '../../../i18n/quotas.ts';
import { useText } from '../../../i18n/use-text.ts';
import { AddButton } from '../../../manage/add-button.tsx';
import { OnlyFor } from '../../../manage/only-for.tsx';
import { PageHead } from '../../../manage/page-head.tsx';
import { useMay } from '../../../manage/use-may.ts';
import '../compliance.css';
import { EnterQuota } from './enter-quota.tsx';
import { QuotaList } from './quota-list.tsx';
import './quotas.css';
import { useQuotas } from './use-quotas.ts';

/** What authorities allot for a time, and how much of it is used. */
export function QuotasPage(): ReactNode {
  const sayAll = useText(complianceText);
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/compliance">{sayAll('back')}</Link>
      </p>
      <Quotas />
    </OnlyFor>
  );
}

function Quotas(): ReactNode {
  const say = useText(quotasText);
  const mayManage = useMay('manage');
  const query = useQuotas();
  const mayEnter = mayManage && query.data !== undefined && query.data.books.length > 0;
  return (
    <>
      <PageHead
        title={say('title')}
        lead={say('lead')}
        action={mayEnter ? <AddButton doing={say('enter')} dialog={EnterQuota} /> : null}
      />
      <section className="section" aria-label={say('title')}>
        <QuotaList query={query} />
      </section>
    </>
  );
}
