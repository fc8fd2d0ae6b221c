import type { DrillSummary } from '@suyuan/api/drills';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useFound } from '../../manage/use-found.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { OutcomeTag } from './outcome-tag.tsx';
import { DRILLS_PATH, heldPage } from './path.ts';
import { pageOfDrills } from './use-drills.ts';
import { useSeconds } from './use-seconds.ts';

/** Those that were held, the newest first. */
export function DrillList(): ReactNode {
  const say = useText(drillText);
  const seconds = useSeconds();
  const [{ language }] = useSettings();
  const found = useFound({ path: DRILLS_PATH, wanted: {}, pageOf: pageOfDrills });
  const columns: readonly Column<DrillSummary>[] = [
    { label: say('at'), cell: ({ startedAt }) => <Moment at={startedAt} /> },
    {
      label: say('lot'),
      cell: ({ id, code, name, isPicked }) => (
        <>
          <Link to={heldPage(id)}>{name?.[language] ?? code}</Link>
          {name === undefined ? null : <div className="soft code">{code}</div>}
          <div className="soft">{say(isPicked ? 'how.picked' : 'how.named')}</div>
        </>
      ),
    },
    { label: say('took'), isNumber: true, cell: ({ tookMs }) => say('seconds', { seconds: seconds(tookMs) }) },
    {
      label: say('outcome'),
      cell: ({ outcome, isWhole }) => (
        <>
          <OutcomeTag outcome={outcome} />
          {isWhole ? null : <div className="soft">{say('part')}</div>}
        </>
      ),
    },
    { label: say('by'), cell: ({ by }) => by?.name ?? say('by.key') },
  ];
  return (
    <>
      <Loaded query={found.query}>
        {(drills) => (
          <Records
            caption={say('earlier')}
            columns={columns}
            rows={drills}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say('earlier.none')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </>
  );
}
