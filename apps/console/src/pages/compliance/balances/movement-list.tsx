import { unitWords } from '@suyuan/api';
import type { ReactNode } from 'react';
import { balancesText } from '../../../i18n/balances.ts';
import { complianceText } from '../../../i18n/compliance.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { Moment } from '../../../manage/moment.tsx';
import { MoreButton } from '../../../manage/more-button.tsx';
import { type Column, Records } from '../../../manage/records.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import type { Span } from '../path.ts';
import { RecordLink } from '../record-links.tsx';
import { type AccountId, type Movement, useMovements } from './use-movements.ts';
import { useNumber } from './use-number.ts';

interface MovementListProps extends AccountId {
  /** What the account is called. */
  readonly name: string;
  readonly span: Span;
}

/** The records behind the sums of one account, in the order in which they happened. */
export function MovementList({ name, span, ...id }: MovementListProps): ReactNode {
  const say = useText(balancesText);
  const columns = useMovementColumns();
  const found = useMovements(id, span);
  return (
    <div className="movements">
      <Loaded query={found.query}>
        {(movements) => (
          <Records
            caption={say('movements.of', { name })}
            columns={columns}
            // One record may both take in and take out.
            rows={movements.map((movement, no) => ({ ...movement, no }))}
            keyOf={({ no }) => String(no)}
            empty={say('movements.none')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </div>
  );
}

/** Times are those of China, as the days are. */
function useMovementColumns(): readonly Column<Movement>[] {
  const say = useText(balancesText);
  const sayOfRecords = useText(complianceText);
  const [{ language }] = useSettings();
  const told = useNumber();
  return [
    {
      label: sayOfRecords('ledger.time'),
      cell: ({ eventTime }) => <Moment at={eventTime} zone="Asia/Shanghai" />,
    },
    { label: say('stage'), cell: ({ stageName }) => stageName[language] },
    { label: say('effect'), cell: ({ effect }) => say(`effect.${effect}`) },
    {
      label: say('amount'),
      isNumber: true,
      cell: ({ amount, uom }) =>
        amount === undefined ? say('amount.unknown') : `${told(amount)} ${unitWords(uom)[language]}`,
    },
    {
      label: sayOfRecords('record'),
      cell: ({ eventID }) => <RecordLink eventID={eventID} words={sayOfRecords('record.open')} />,
    },
  ];
}
