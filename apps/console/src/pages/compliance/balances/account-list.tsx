import { type Account, unitWords } from '@suyuan/api';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { balancesText } from '../../../i18n/balances.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { type Column, Records } from '../../../manage/records.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import type { AccountsWanted, BalanceId } from '../path.ts';
import { ToldFinding } from '../told-finding.tsx';
import { MovementList } from './movement-list.tsx';
import { useAccountColumns } from './use-account-columns.tsx';
import type { FoundBalance } from './use-balance.ts';

interface AccountListProps {
  readonly book: BalanceId;
  readonly found: FoundBalance;
  readonly wanted: AccountsWanted;
}

/** The accounts of a book; below one in trouble what is wrong, and below the one that is opened what made its sums. */
export function AccountList({ book, found, wanted }: AccountListProps): ReactNode {
  const say = useText(balancesText);
  const [{ language }] = useSettings();
  const [opened, setOpened] = useState<string>();
  const title = found.head?.name[language] ?? say('title');
  const nameOf = ({ account, name, lot = '' }: Account): string => {
    if (account === '') return say('product.whole');
    return name === undefined ? account : `${name[language]} ${lot}`.trim();
  };
  const open: Column<Account> = {
    label: say('movements'),
    cell: (account) => {
      const isOpen = keyOf(account) === opened;
      const words = say(isOpen ? 'movements.hide' : 'movements.show');
      return (
        <Button
          size="small"
          aria-expanded={isOpen}
          onClick={() => setOpened(isOpen ? undefined : keyOf(account))}
          aria-label={`${words} ${nameOf(account)} ${unitWords(account.uom)[language]}`}
        >
          {words}
        </Button>
      );
    },
  };
  const columns = [...useAccountColumns(found.head?.by), open];
  const below = (account: Account): ReactNode => {
    const isOpen = keyOf(account) === opened;
    if (account.finding === undefined && !isOpen) return null;
    return (
      <>
        <ToldFinding finding={account.finding} />
        {isOpen ? <MovementList book={book} account={account.account} name={nameOf(account)} span={wanted} /> : null}
      </>
    );
  };
  return (
    <Loaded query={found.query}>
      {(accounts) => (
        <div className="accounts">
          <Records
            caption={title}
            columns={columns}
            rows={accounts}
            keyOf={keyOf}
            empty={say(`none.${wanted.show}`)}
            below={below}
          />
        </div>
      )}
    </Loaded>
  );
}

/** One that has amounts in units that do not convert is a line of each. */
const keyOf = ({ account, uom }: Account): string => `${account} ${uom}`;
