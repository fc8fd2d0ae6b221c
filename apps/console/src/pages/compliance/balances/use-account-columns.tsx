import { type Account, unitWords } from '@suyuan/api';
import type { ReactNode } from 'react';
import { balancesText } from '../../../i18n/balances.ts';
import { manageText } from '../../../i18n/manage.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { Column } from '../../../manage/records.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import { Day } from '../day.tsx';
import { UnitLink } from '../record-links.tsx';
import { StateTag } from './state-tag.tsx';
import { useNumber } from './use-number.ts';

const SUMS = ['opening', 'in', 'out', 'loss', 'closing'] as const;

/** Of accounts: of what, how much came and went, what is left, and how it stands. Lots have a column where accounts are by lot. */
export function useAccountColumns(by: 'lot' | 'product' | 'whole' | undefined): readonly Column<Account>[] {
  const say = useText(balancesText);
  const none = useText(manageText)('none');
  const [{ language }] = useSettings();
  const told = useNumber();
  const lot: Column<Account> = { label: say('lot'), cell: (account) => account.lot ?? none };
  return [
    { label: say('product'), cell: (account) => <Product account={account} /> },
    ...(by === 'lot' ? [lot] : []),
    { label: say('unit'), cell: ({ uom }) => (uom === '' ? none : unitWords(uom)[language]) },
    ...SUMS.map((sum) => ({ label: say(sum), isNumber: true, cell: (account: Account) => told(account[sum]) })),
    {
      label: say('counted'),
      isNumber: true,
      cell: ({ counted }) =>
        counted === undefined ? (
          none
        ) : (
          <>
            {told(counted.amount)}
            <span className="means">
              <Day day={counted.day} />
            </span>
          </>
        ),
    },
    { label: say('state'), cell: ({ state }) => <StateTag state={state} /> },
  ];
}

/** By its name, and by its code, with the way to its trace. */
function Product({ account: { account, name } }: { account: Account }): ReactNode {
  const say = useText(balancesText);
  const [{ language }] = useSettings();
  if (account === '') return say('product.whole');
  if (name === undefined) return <UnitLink unit={account} />;
  return (
    <>
      <strong>{name[language]}</strong>
      <span className="means">
        <UnitLink unit={account} />
      </span>
    </>
  );
}
