import type { RecordFinding, RecordFindings } from '@suyuan/api';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { Records } from '../../manage/records.tsx';
import { useFound } from '../../manage/use-found.ts';
import { FINDINGS_PATH, type FindingsWanted } from './path.ts';
import { useFindingColumns } from './use-finding-columns.tsx';

/** The newest events first. */
export function FindingList({ wanted }: { wanted: FindingsWanted }): ReactNode {
  const say = useText(complianceText);
  const columns = useFindingColumns();
  const found = useFound({
    path: FINDINGS_PATH,
    wanted: { ...wanted },
    pageOf: ({ findings, next }: RecordFindings) => ({ rows: findings, next }),
  });
  return (
    <>
      <Loaded query={found.query}>
        {(findings) => (
          <Records
            caption={say('findings')}
            columns={columns}
            rows={findings}
            keyOf={keyOf}
            file={found.pageAt}
            empty={say('findings.empty')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </>
  );
}

const keyOf = ({ eventID, pack, rule, element, unit, message }: RecordFinding): string =>
  [eventID, pack, rule, element, unit, message.zh].join(' ');
