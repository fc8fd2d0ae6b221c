import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import type { KeptSheet } from './kept-here.ts';
import { sheetPage } from './path.ts';
import { useKeptHere } from './use-kept-here.ts';

/** What was typed on this device and could not be saved; nothing where there is none. */
export function KeptList(): ReactNode {
  const say = useText(recordText);
  const here = useKeptHere();
  // As it was when the page was opened: what is saved meanwhile is among the others.
  const [kept] = useState(() => here.list());
  if (kept.length === 0) return null;
  const columns: readonly Column<KeptSheet>[] = [
    {
      label: say('sheet.name'),
      cell: ({ id, pack, stage, given }) => (
        <Link to={`${sheetPage(id)}?${new URLSearchParams({ pack, stage })}`}>{given.name || say('kept.unnamed')}</Link>
      ),
    },
    { label: say('sheet.changed'), cell: ({ atMs }) => <Moment at={new Date(atMs).toISOString()} /> },
  ];
  return (
    <Section title={say('kept')}>
      <p className="soft">{say('kept.what')}</p>
      <Records caption={say('kept')} columns={columns} rows={kept} keyOf={({ id }) => id} empty="" />
    </Section>
  );
}
