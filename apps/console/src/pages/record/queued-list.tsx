import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { offlineText } from '../../i18n/offline.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import type { RecordCommand } from '../../offline/command.ts';
import { useQueue } from '../../offline/use-queue.ts';
import { sheetPage } from './path.ts';

/** What is recorded once there is a line, and what could not be; nothing where there is none. */
export function QueuedList(): ReactNode {
  const say = useText(offlineText);
  const queue = useQueue() ?? [];
  if (queue.length === 0) return null;
  const columns: readonly Column<RecordCommand>[] = [
    {
      label: say('queue.name'),
      cell: ({ id, pack, stage, name }) => (
        <Link to={`${sheetPage(id)}?${new URLSearchParams({ pack, stage })}`}>{name}</Link>
      ),
    },
    { label: say('queue.at'), cell: ({ atMs }) => <Moment at={new Date(atMs).toISOString()} /> },
    {
      label: say('queue.state'),
      cell: ({ stopped }) =>
        stopped === undefined ? say('queue.waiting') : say(`stop.${stopped.why}`, { title: stopped.title }),
    },
  ];
  return (
    <Section title={say('queue.title')}>
      <p className="soft">{say('queue.what')}</p>
      <Records caption={say('queue.title')} columns={columns} rows={queue} keyOf={({ id }) => id} empty="" />
    </Section>
  );
}
