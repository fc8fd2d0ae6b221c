import type { RecordFinding } from '@suyuan/api';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import type { Column } from '../../manage/records.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { EffectTag } from './effect-tag.tsx';
import { FindingUntil } from './finding-until.tsx';
import { RecordLink, UnitLink } from './record-links.tsx';
import { useSure } from './use-sure.ts';

/** Of findings: what is wrong and what to do, of what, when, by which law. */
export function useFindingColumns(): readonly Column<RecordFinding>[] {
  const say = useText(complianceText);
  const [{ language }] = useSettings();
  const sureOf = useSure();
  return [
    {
      label: say('what'),
      cell: (finding) => (
        <>
          <EffectTag effect={finding.effect} />
          <strong>{finding.message[language]}</strong>
          <span className="means">
            {say('wayOut')}
            {finding.wayOut[language]}
          </span>
          <FindingUntil finding={finding} />
        </>
      ),
    },
    {
      label: say('when'),
      cell: ({ eventTime, stageName, lateDays }) => (
        <>
          <Moment at={eventTime} />
          <span className="means">{stageName[language]}</span>
          {lateDays === 0 ? null : <span className="means">{say('lateBy', { days: lateDays })}</span>}
        </>
      ),
    },
    {
      label: say('law'),
      cell: ({ basis, confidence }) => (
        <>
          {basis[language]}
          <span className="means">{sureOf(confidence)}</span>
        </>
      ),
    },
    {
      label: say('record'),
      cell: ({ eventID, unit }) => (
        <>
          {unit === undefined ? null : <UnitLink unit={unit} />}
          <RecordLink eventID={eventID} words={say('record.open')} />
        </>
      ),
      text: ({ eventID, unit }) => [unit, eventID].filter((part) => part !== undefined).join(' · '),
    },
  ];
}
