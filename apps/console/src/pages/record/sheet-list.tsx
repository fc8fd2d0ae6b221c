import type { SheetBody, SheetState, Sheets } from '@suyuan/api';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useFound } from '../../manage/use-found.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { SHEETS_PATH, sheetPage } from './path.ts';

/** Sheets of a state, the last changed first. */
export function SheetList({ state }: { state: Exclude<SheetState, 'discarded'> }): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const found = useFound({
    path: SHEETS_PATH,
    wanted: { state },
    pageOf: ({ sheets, next }: Sheets) => ({ rows: sheets, next }),
  });
  const columns: readonly Column<SheetBody>[] = [
    { label: say('sheet.name'), cell: ({ id, name }) => <Link to={sheetPage(id)}>{name}</Link> },
    { label: say('sheet.stage'), cell: ({ stageName }) => stageName[language] },
    { label: say('sheet.changed'), cell: ({ changedAt }) => <Moment at={changedAt} /> },
    { label: say('sheet.by'), cell: ({ changedBy }) => changedBy?.name ?? say('sheet.key') },
  ];
  return (
    <>
      <Loaded query={found.query}>
        {(sheets) => (
          <Records
            caption={say(`list.${state}`)}
            columns={columns}
            rows={sheets}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say(`list.${state}.none`)}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </>
  );
}
