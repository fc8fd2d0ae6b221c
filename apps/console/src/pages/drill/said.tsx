import type { Drill } from '@suyuan/api/drills';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { Section } from '../../manage/section.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { UnitLink } from '../compliance/record-links.tsx';

/** The result in sentences, that which matters most set off; of which lot, when, by whom. */
export function Said({ drill }: { drill: Drill }): ReactNode {
  const say = useText(drillText);
  const [{ language }] = useSettings();
  const { said, code, startedAt, by } = drill;
  const [first, ...others] = said.map((words) => words[language]);
  return (
    <Section title={say('result')}>
      <Alert type={toneOf(drill)} showIcon title={first} />
      <ul className="plain-list drill-said">
        {others.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <dl className="facts">
        <dt>{say('lot')}</dt>
        <dd>
          <UnitLink unit={code} />
        </dd>
        <dt>{say('at')}</dt>
        <dd>
          <Moment at={startedAt} />
        </dd>
        <dt>{say('by')}</dt>
        <dd>{by?.name ?? say('by.key')}</dd>
      </dl>
    </Section>
  );
}

function toneOf({ outcome, isWhole }: Drill): 'success' | 'warning' | 'error' {
  if (outcome === 'off') return 'error';
  return outcome === 'holds' && isWhole ? 'success' : 'warning';
}
