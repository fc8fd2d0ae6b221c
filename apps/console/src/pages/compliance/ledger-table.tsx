import type { LedgerColumn } from '@suyuan/api';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { Day } from './day.tsx';
import { RecordLink, UnitLink } from './record-links.tsx';
import type { FoundLedger, LedgerRow } from './use-ledger.ts';

interface LedgerTableProps {
  readonly title: string;
  readonly found: FoundLedger;
  /** Whether all days are wanted. */
  readonly isOfAllTimes: boolean;
}

/** The lines with all columns: wider than most windows, so that the table scrolls inside of itself and the time stays. */
export function LedgerTable({ title, found, isOfAllTimes }: LedgerTableProps): ReactNode {
  const say = useText(complianceText);
  const columns = useLedgerColumns(found.head?.columns ?? []);
  return (
    <Loaded query={found.query}>
      {(lines) => {
        // One record may be several lines, of a unit each.
        const rows = lines.map((line, no) => ({ ...line, no }));
        const table = (
          <Records
            caption={title}
            columns={columns}
            rows={rows}
            keyOf={({ no }) => String(no)}
            empty={say(isOfAllTimes ? 'ledger.first' : 'ledger.empty')}
          />
        );
        if (rows.length === 0) return table;
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever goes by keyboard scrolls it by the arrows
          <section className="wide" aria-label={title} tabIndex={0}>
            {table}
          </section>
        );
      }}
    </Loaded>
  );
}

/** As in the workbook: the time, what the law asks, and what the line was read from. Days are those of China, and so are times. */
function useLedgerColumns(elements: readonly LedgerColumn[]): readonly Column<LedgerRow>[] {
  const say = useText(complianceText);
  const none = useText(manageText)('none');
  const [{ language }] = useSettings();
  return [
    { label: say('ledger.time'), cell: ({ eventTime }) => <Moment at={eventTime} zone="Asia/Shanghai" /> },
    ...elements.map(({ element, name, unit }, at) => ({
      key: element,
      label: unit === undefined ? name[language] : `${name[language]} (${unit})`,
      cell: ({ cells }: LedgerRow) => (cells[at] === '' ? none : cells[at]),
    })),
    { label: say('ledger.unit'), cell: ({ unit }) => (unit === undefined ? none : <UnitLink unit={unit} />) },
    {
      label: say('ledger.late'),
      cell: ({ lateDays }) => (lateDays === 0 ? say('ledger.onTime') : say('lateBy', { days: lateDays })),
    },
    { label: say('ledger.keep'), cell: ({ keepUntil }) => (keepUntil === undefined ? none : <Day day={keepUntil} />) },
    { label: say('record'), cell: ({ eventID }) => <RecordLink eventID={eventID} words={say('record.open')} /> },
  ];
}
