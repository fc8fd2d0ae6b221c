import type { FiledLines } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { filingsText } from '../../../i18n/filings.ts';
import { manageText } from '../../../i18n/manage.ts';
import { useText } from '../../../i18n/use-text.ts';
import { type Column, Records } from '../../../manage/records.tsx';
import { RecordLink, UnitLink } from '../record-links.tsx';
import type { Line } from './use-filed.ts';

const COLOURS = { same: 'success', changed: 'warning', withdrawn: 'error', refused: 'error' } as const;

interface LineTableProps {
  readonly headings: FiledLines['headings'];
  readonly lines: readonly Line[];
}

/** Each line as it was sent, and how it stands today. Wider than most windows, so that it scrolls inside of itself. */
export function LineTable({ headings, lines }: LineTableProps): ReactNode {
  const say = useText(filingsText);
  const columns = useLineColumns(headings);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever goes by keyboard scrolls it by the arrows
    <section className="wide" aria-label={say('filed')} tabIndex={0}>
      <Records
        caption={say('filed')}
        columns={columns}
        rows={lines}
        keyOf={({ line }) => String(line)}
        file="rows"
        empty={say('nothing')}
      />
    </section>
  );
}

function useLineColumns(headings: FiledLines['headings']): readonly Column<Line>[] {
  const say = useText(filingsText);
  const none = useText(manageText)('none');
  return [
    { key: 'state', label: say('state'), cell: (line) => <State line={line} /> },
    // Two headings of a receiver may be the same.
    ...headings.map((label, at) => ({
      key: String(at),
      label,
      cell: ({ cells, now }: Line) => <Cell sent={cells[at]} now={now === undefined ? cells[at] : now[at]} />,
    })),
    { key: 'unit', label: say('unit'), cell: ({ unit }) => (unit === undefined ? none : <UnitLink unit={unit} />) },
    {
      key: 'record',
      label: say('record'),
      cell: ({ eventID }) => <RecordLink eventID={eventID} words={say('record.open')} />,
    },
  ];
}

function State({ line: { line, state, refusal } }: { line: Line }): ReactNode {
  const say = useText(filingsText);
  return (
    <>
      <div className="chips">
        {say('line.no', { line })}
        <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag>
      </div>
      {state === 'same' ? null : (
        <span className="means">{say(`state.${state}.means`, { reason: refusal ?? '' })}</span>
      )}
    </>
  );
}

type Value = Line['cells'][number] | undefined;

/** What was sent, and below it what it is now where that is something else. */
function Cell({ sent = '', now = '' }: { sent: Value; now: Value }): ReactNode {
  const say = useText(filingsText);
  const none = useText(manageText)('none');
  if (now === sent) return sent === '' ? none : sent;
  const toldOf = (value: Exclude<Value, undefined>): string | number => (value === '' ? say('cell.empty') : value);
  return (
    <>
      {say('cell.sent', { sent: toldOf(sent) })}
      <strong>{say('cell.now', { now: toldOf(now) })}</strong>
    </>
  );
}
