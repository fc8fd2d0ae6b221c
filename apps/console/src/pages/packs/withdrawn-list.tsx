import type { ReactNode } from 'react';
import { packsText } from '../../i18n/packs.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import type { PackVersion } from './pack-versions.ts';

/** What counts no more, and who decided so. */
export function WithdrawnList({ rows }: { rows: readonly PackVersion[] }): ReactNode {
  const say = useText(packsText);
  const [{ language }] = useSettings();
  const byWhom = (name: string | null): string =>
    name === null ? say('withdrawn.machine') : say('withdrawn.person', { name });
  const columns: readonly Column<PackVersion>[] = [
    { label: say('pack'), cell: ({ id, name }) => <strong>{name?.[language] ?? id}</strong> },
    { label: say('version'), cell: ({ version }) => version },
    {
      label: say('withdrawn.by'),
      cell: ({ added }) =>
        added?.withdrawnAt == null ? null : (
          <>
            {byWhom(added.withdrawnBy)}
            <span className="means">
              <Moment at={added.withdrawnAt} />
            </span>
          </>
        ),
    },
  ];
  return (
    <Records
      caption={say('withdrawn')}
      columns={columns}
      rows={rows}
      keyOf={({ id, version, added }) => `${id} ${version} ${added?.withdrawnAt}`}
      empty=""
    />
  );
}
