import type { Duties, Duty } from '@suyuan/api';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useFound } from '../../manage/use-found.ts';
import { CLOCKS_PATH, type DutiesWanted } from './path.ts';
import { useDutyColumns } from './use-duty-columns.tsx';

interface DutyListProps {
  readonly title: string;
  /** As the server is asked: a state that is empty is any. */
  readonly wanted: DutiesWanted;
}

/** In the order in which they are due. */
export function DutyList({ title, wanted }: DutyListProps): ReactNode {
  const say = useText(complianceText);
  const columns = useDutyColumns();
  const found = useFound({
    path: CLOCKS_PATH,
    wanted: { ...wanted },
    pageOf: ({ duties, next }: Duties) => ({ rows: duties, next }),
  });
  return (
    <Section title={title}>
      <Loaded query={found.query}>
        {(duties) => (
          <Records
            caption={title}
            columns={columns}
            rows={duties}
            keyOf={keyOf}
            file={found.pageAt}
            empty={say('duties.empty')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </Section>
  );
}

const keyOf = ({ pack, clock, unit, startedBy }: Duty): string => [pack, clock, unit, startedBy].join(' ');
