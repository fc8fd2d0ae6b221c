import { PrinterOutlined } from '@ant-design/icons';
import type { ComplianceMonths } from '@suyuan/api/months';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../../api.ts';
import { complianceText } from '../../../i18n/compliance.ts';
import { useText } from '../../../i18n/use-text.ts';
import { yearsText } from '../../../i18n/years.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { OnlyFor } from '../../../manage/only-for.tsx';
import { PageHead } from '../../../manage/page-head.tsx';
import { useWanted } from '../../../manage/use-wanted.ts';
import { useSession } from '../../../session.ts';
import '../compliance.css';
import { LedgerDays } from '../ledger-days.tsx';
import { MONTHS_PATH, type Span, searchOf } from '../path.ts';
import { useCompliance } from '../use-compliance.ts';
import { lastTwoYears } from './last-two-years.ts';
import { PackYears } from './pack-years.tsx';
import './years.css';

/** All that the packs have of two years, or of other days: they stand in the address, `?from=`, `until`. */
export function YearsPage(): ReactNode {
  const say = useText(yearsText);
  const sayAll = useText(complianceText);
  const [search, setSearch] = useWanted();
  const usual = lastTwoYears(Date.now());
  const span = { from: search.get('from') ?? usual.from, until: search.get('until') ?? usual.until };
  const organisation = useSession().data?.organisation?.name ?? '';
  const print = (
    <Button className="not-printed" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
      {say('print')}
    </Button>
  );
  return (
    <OnlyFor right="query">
      <p className="back not-printed">
        <Link to="/compliance">{sayAll('back')}</Link>
      </p>
      <PageHead title={say('title')} lead={say('lead', { organisation, ...span })} action={print} />
      <section className="section not-printed" aria-label={say('days')}>
        <LedgerDays span={span} onChange={(next) => setSearch(searchOf({ ...next }))} />
      </section>
      <Years span={span} />
    </OnlyFor>
  );
}

function Years({ span }: { span: Span }): ReactNode {
  const say = useText(yearsText);
  const api = useApi();
  const compliance = useCompliance();
  const months = useQuery({
    queryKey: [MONTHS_PATH, span],
    queryFn: () => api.get<ComplianceMonths>(`${MONTHS_PATH}?${searchOf({ ...span })}`),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={months}>
      {({ counts, isCut }) => (
        <Loaded query={compliance}>
          {({ packs, waiting }) => (
            <>
              {waiting === 0 ? null : <Alert type="info" showIcon title={say('waiting', { count: waiting })} />}
              {isCut ? <Alert type="warning" showIcon title={say('cut')} /> : null}
              <p className={counts.length === 0 ? 'nothing soft' : 'soft'}>
                {say(counts.length === 0 ? 'empty' : 'note')}
              </p>
              {packs.map((pack) => (
                <PackYears
                  key={pack.id}
                  pack={pack}
                  span={span}
                  counts={counts.filter((each) => each.pack === pack.id)}
                />
              ))}
            </>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
