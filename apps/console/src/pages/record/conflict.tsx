import type { SheetWhole, StageFormBody } from '@suyuan/api';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { Records } from '../../manage/records.tsx';
import { contentOf, type GivenSheet } from './given-sheet.ts';
import { useSheetLines } from './use-sheet-lines.ts';

interface ConflictProps {
  readonly form: StageFormBody;
  readonly mine: GivenSheet;
  readonly theirs: SheetWhole;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Two people changed one sheet: what differs, side by side, and which of the two stays. */
export function Conflict({ form, mine, theirs, onMine, onTheirs }: ConflictProps): ReactNode {
  const say = useText(recordText);
  const name = theirs.changedBy?.name ?? say('sheet.key');
  const [own, other] = [useSheetLines(form, contentOf(mine)), useSheetLines(form, theirs.content)];
  const textsOf = (lines: typeof own, label: string): string =>
    lines
      .filter((line) => line.label === label)
      .map(({ text, code = '' }) => `${code} ${text}`.trim())
      .join('；');
  const rows = [...new Set([...own, ...other].map(({ label }) => label))]
    .map((label) => ({ label, mine: textsOf(own, label), theirs: textsOf(other, label) }))
    .filter((row) => row.mine !== row.theirs);
  return (
    <section className="section conflict" aria-label={say('conflict')}>
      <Alert type="warning" showIcon title={say('conflict.title', { name })} />
      <Records
        caption={say('conflict')}
        columns={[
          { label: say('conflict.field'), cell: ({ label }) => label },
          { label: say('conflict.mine'), cell: (row) => row.mine || say('conflict.empty') },
          { label: say('conflict.theirs', { name }), cell: (row) => row.theirs || say('conflict.empty') },
        ]}
        rows={rows}
        keyOf={({ label }) => label}
        empty={say('conflict.same')}
      />
      <div className="actions">
        <Button onClick={onTheirs}>{say('conflict.take', { name })}</Button>
        <Button type="primary" onClick={onMine}>
          {say('conflict.keep')}
        </Button>
      </div>
    </section>
  );
}
