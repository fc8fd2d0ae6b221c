import type { DrillResult } from '@suyuan/api/drills';
import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { Section } from '../../manage/section.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { RecordLink, UnitLink } from '../compliance/record-links.tsx';

/** Warnings in force on the lot, and what compliance finds of its records; nothing where there is none. */
export function NoticeLists({ result: { notices, findings } }: { result: DrillResult }): ReactNode {
  const say = useText(drillText);
  const [{ language }] = useSettings();
  return (
    <>
      {notices.length === 0 ? null : (
        <Section title={say('notices')}>
          <ul className="plain-list drill-said">
            {notices.map(({ unit, since, words }) => (
              <li key={[unit, words.en, since].join(' ')}>
                {words[language]} <UnitLink unit={unit} /> {since === undefined ? null : <Moment at={since} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {findings.length === 0 ? null : (
        <Section title={say('findings')}>
          <ul className="plain-list drill-said">
            {findings.map(({ rule, eventID, message }) => (
              <li key={`${rule} ${eventID} ${message.en}`}>
                {message[language]} <RecordLink eventID={eventID} words={say('record')} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
