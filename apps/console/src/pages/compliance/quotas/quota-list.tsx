import type { Quota, Quotas } from '@suyuan/api';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { manageText } from '../../../i18n/manage.ts';
import { quotasText } from '../../../i18n/quotas.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { type Column, Records } from '../../../manage/records.tsx';
import { useMay } from '../../../manage/use-may.ts';
import { ToldFinding } from '../told-finding.tsx';
import { useQuotaColumns } from './use-quota-columns.tsx';
import { WithdrawQuota } from './withdraw-quota.tsx';

/** The newest first; below one in trouble what is wrong and what to do. */
export function QuotaList({ query }: { query: UseQueryResult<Quotas> }): ReactNode {
  const say = useText(quotasText);
  const sayAll = useText(manageText);
  const mayManage = useMay('manage');
  const columns = useQuotaColumns();
  const actions: Column<Quota> = { label: sayAll('actions'), cell: (quota) => <WithdrawQuota quota={quota} /> };
  return (
    <Loaded query={query}>
      {({ quotas }) => (
        <div className="quotas">
          <Records
            caption={say('title')}
            columns={mayManage ? [...columns, actions] : columns}
            rows={quotas}
            keyOf={({ id }) => id}
            empty={say('none')}
            below={({ finding }) => (finding === undefined ? null : <ToldFinding finding={finding} />)}
          />
        </div>
      )}
    </Loaded>
  );
}
