import type { Drill } from '@suyuan/api/drills';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { BalanceTable } from './balance-table.tsx';
import { BreakTable } from './break-table.tsx';
import { CustomerTable } from './customer-table.tsx';
import './drill.css';
import { InputTable } from './input-table.tsx';
import { LogFacts } from './log-facts.tsx';
import { NoticeLists } from './notice-lists.tsx';
import { ReportButton } from './report-button.tsx';
import { Said } from './said.tsx';
import { TimeFacts } from './time-facts.tsx';
import { useDrill } from './use-drills.ts';

/** What one mock recall found: in words, then in tables. */
export function HeldPage(): ReactNode {
  const say = useText(drillText);
  const { id = '' } = useParams();
  return (
    <OnlyFor right="trace">
      <p className="back">
        <Link to="/drill">{say('back')}</Link>
      </p>
      <Loaded query={useDrill(id)}>{(drill) => <Held drill={drill} />}</Loaded>
    </OnlyFor>
  );
}

function Held({ drill }: { drill: Drill }): ReactNode {
  const say = useText(drillText);
  const [{ language }] = useSettings();
  const { id, code, name, isPicked, result } = drill;
  return (
    <>
      <PageHead
        title={name?.[language] ?? code}
        lead={say('held.lead', { how: say(isPicked ? 'how.picked' : 'how.named') })}
        action={<ReportButton id={id} />}
      />
      <Said drill={drill} />
      <CustomerTable result={result} />
      <InputTable result={result} />
      <BalanceTable result={result} />
      <BreakTable result={result} />
      <NoticeLists result={result} />
      <TimeFacts times={result.times} />
      <LogFacts log={result.log} />
    </>
  );
}
