import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { balancesText } from '../../../i18n/balances.ts';
import { useText } from '../../../i18n/use-text.ts';
import { ClearIcon } from '../../../manage/clear-icon.tsx';
import { LedgerDays } from '../ledger-days.tsx';
import { type AccountsWanted, SHOWN } from '../path.ts';

interface BalanceFiltersProps {
  readonly wanted: AccountsWanted;
  readonly onChange: (wanted: AccountsWanted) => void;
  /** Where there is but one account no code tells them apart. */
  readonly isOfOne: boolean;
}

/** By how accounts stand, by days, and by part of a code. */
export function BalanceFilters({ wanted, onChange, isOfOne }: BalanceFiltersProps): ReactNode {
  const say = useText(balancesText);
  return (
    <div className="filters">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field of Select is inside of it */}
      <label>
        {say('show')}
        <Select
          aria-label={say('show')}
          value={wanted.show}
          options={SHOWN.map((value) => ({ value, label: say(`show.${value}`) }))}
          onChange={(show) => onChange({ ...wanted, show })}
          popupMatchSelectWidth={false}
        />
      </label>
      <LedgerDays span={wanted} onChange={({ from, until }) => onChange({ ...wanted, from, until })} />
      {isOfOne ? null : <CodePart code={wanted.code} onFind={(code) => onChange({ ...wanted, code })} />}
    </div>
  );
}

function CodePart({ code, onFind }: { readonly code: string; readonly onFind: (code: string) => void }): ReactNode {
  const say = useText(balancesText);
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field of Input is inside of it
    <label className="of-unit">
      {say('code')}
      <Input.Search
        // Another address brings its own code.
        key={code}
        defaultValue={code}
        allowClear={{ clearIcon: <ClearIcon /> }}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        enterButton={say('find')}
        aria-label={say('code')}
        onSearch={(typed) => onFind(typed.trim())}
      />
    </label>
  );
}
