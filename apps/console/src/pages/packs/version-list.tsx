import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { packsText } from '../../i18n/packs.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { DifferencesButton } from './differences-button.tsx';
import type { PackVersion } from './pack-versions.ts';
import { standardsPage } from './path.ts';
import { WithdrawButton } from './withdraw-button.tsx';

const COLOURS = { 'in-force': 'success', overridden: 'default', unusable: 'error', withdrawn: 'default' } as const;

/** What is in force, and what it stands over. */
export function VersionList({ rows }: { rows: readonly PackVersion[] }): ReactNode {
  const say = useText(packsText);
  const sayAll = useText(manageText);
  const [{ language }] = useSettings();
  const columns: readonly Column<PackVersion>[] = [
    {
      label: say('pack'),
      cell: ({ id, name, state }) => (
        <>
          <strong>
            {/* The page tells the version that is in force. */}
            {state === 'in-force' ? <a href={standardsPage(id)}>{name?.[language] ?? id}</a> : (name?.[language] ?? id)}
          </strong>
          <span className="means code">{id}</span>
        </>
      ),
    },
    { label: say('version'), cell: ({ version }) => version },
    { label: say('state'), cell: ({ state }) => <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag> },
    { label: say('from'), cell: (row) => <From row={row} /> },
    {
      label: sayAll('actions'),
      cell: (row) => (
        <span className="chips">
          {row.state === 'unusable' ? null : <DifferencesButton row={row} />}
          {row.added === undefined ? null : <WithdrawButton row={row} />}
        </span>
      ),
    },
  ];
  return (
    <Records
      caption={say('list')}
      columns={columns}
      rows={rows}
      keyOf={({ id, version, added }) => `${id} ${version} ${added === undefined}`}
      empty={say('list.empty')}
    />
  );
}

function From({ row: { added } }: { row: PackVersion }): ReactNode {
  const say = useText(packsText);
  if (added === undefined) return say('from.program');
  const { addedBy, addedAt } = added;
  return (
    <>
      {addedBy === null ? say('from.machine') : say('from.person', { name: addedBy })}
      <span className="means">
        <Moment at={addedAt} />
      </span>
    </>
  );
}
