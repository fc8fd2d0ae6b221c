import type { VersionBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useChangeText } from './use-change-text.ts';

interface Row {
  readonly version: VersionBody;
  /** Two may be of one moment. */
  readonly key: string;
  readonly isFirst: boolean;
}

/** What was said when, the newest first. */
export function VersionList({ versions }: { versions: readonly VersionBody[] }): ReactNode {
  const say = useText(masterText);
  const changeText = useChangeText();
  const columns: readonly Column<Row>[] = [
    {
      label: say('version.at'),
      cell: ({ version: { at }, isFirst }) => (
        <>
          <Moment at={at} />
          <span className="means">
            <Tag>{say(isFirst ? 'version.first' : 'version.changed')}</Tag>
          </span>
        </>
      ),
    },
    {
      label: say('what'),
      cell: ({ version: { changes } }) => (
        <ul className="plain-list changes">
          {changes.map((change) => (
            <li key={JSON.stringify(change)}>{changeText(change)}</li>
          ))}
        </ul>
      ),
    },
  ];
  const rows = versions.map((version, at) => ({ version, key: String(at), isFirst: at === versions.length - 1 }));
  return (
    <Records caption={say('versions')} columns={columns} rows={rows} keyOf={({ key }) => key} file="rows" empty="" />
  );
}
