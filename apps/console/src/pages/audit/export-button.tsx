import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { auditText } from '../../i18n/audit.ts';
import { useText } from '../../i18n/use-text.ts';
import { csvOf } from '../../manage/csv.ts';
import { keepFile } from '../../manage/keep-file.ts';
import { type Occurrence, useTold } from './use-told.ts';

/** Gives what is shown as a file; times are UTC there, as in the log. */
export function ExportButton({ occurrences }: { occurrences: readonly Occurrence[] }): ReactNode {
  const say = useText(auditText);
  const told = useTold();
  const save = (): void => {
    const head = [say('at'), say('what'), say('who'), say('where'), say('position'), say('more')];
    const rows = occurrences.map((occurrence) => {
      const { at, address = '', position } = occurrence;
      const { what, who, details } = told(occurrence);
      const more = details.map(([name, value]) => `${name}: ${value}`).join('\n');
      return [at, what, who, address, position === null ? '' : String(position), more];
    });
    const day = new Date().toISOString().slice(0, 10);
    keepFile(`suyuan-audit-${day}.csv`, new Blob([csvOf([head, ...rows])], { type: 'text/csv' }));
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} disabled={occurrences.length === 0} onClick={save}>
      {say('export')}
    </Button>
  );
}
