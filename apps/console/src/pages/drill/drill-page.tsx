import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import './drill.css';
import { DrillList } from './drill-list.tsx';
import { HoldDrill } from './hold-drill.tsx';

/** Mock recalls: one is held, those before are listed; `?code=` names the lot. */
export function DrillPage(): ReactNode {
  const say = useText(drillText);
  const [search] = useSearchParams();
  const code = search.get('code') ?? '';
  return (
    <OnlyFor right="trace">
      <PageHead title={say('title')} lead={say('lead')} />
      <Section title={say('hold')}>
        <HoldDrill key={code} code={code} />
      </Section>
      <Section title={say('earlier')}>
        <DrillList />
      </Section>
    </OnlyFor>
  );
}
