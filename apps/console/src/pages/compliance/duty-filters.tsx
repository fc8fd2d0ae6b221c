import { CLOCK_STATES } from '@suyuan/api';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { ANY_STATE, type DutiesWanted } from './path.ts';
import { UnitFilter } from './unit-filter.tsx';
import { useCompliance } from './use-compliance.ts';

interface DutyFiltersProps {
  readonly wanted: DutiesWanted;
  readonly onChange: (wanted: DutiesWanted) => void;
}

/** By how it stands, by what is to be done, and by unit. */
export function DutyFilters({ wanted, onChange }: DutyFiltersProps): ReactNode {
  const say = useText(complianceText);
  const clocks = useClockOptions(wanted);
  const states = [
    { value: '', label: say('state.toDo') },
    ...CLOCK_STATES.map((value) => ({ value, label: say(`state.${value}`) })),
    { value: ANY_STATE, label: say('filter.all') },
  ];
  return (
    <div className="filters">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field of Select is inside of it */}
      <label>
        {say('filter.state')}
        <Select
          aria-label={say('filter.state')}
          value={wanted.state}
          options={states}
          virtual={false}
          onChange={(state) => onChange({ ...wanted, state })}
          popupMatchSelectWidth={false}
        />
      </label>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field of Select is inside of it */}
      <label className="of-rule">
        {say('duty')}
        <Select
          aria-label={say('duty')}
          value={keyOf(wanted)}
          virtual={false}
          options={[{ value: '', label: say('filter.all') }, ...clocks]}
          onChange={(key) => onChange({ ...wanted, ...clockOf(key) })}
        />
      </label>
      <UnitFilter unit={wanted.unit} onFind={(unit) => onChange({ ...wanted, unit })} />
    </div>
  );
}

type ClockWanted = Pick<DutiesWanted, 'pack' | 'clock'>;

/** Two packs may call a clock the same. */
const keyOf = ({ pack, clock }: ClockWanted): string => (clock === '' ? '' : `${pack} ${clock}`);

function clockOf(key: string): ClockWanted {
  const [pack = '', clock = ''] = key.split(' ');
  return { pack, clock };
}

/** Clocks that ran, and the one that is looked for, whether or not it did. */
function useClockOptions(wanted: ClockWanted): { readonly value: string; readonly label: string }[] {
  const [{ language }] = useSettings();
  const packs = useCompliance().data?.packs ?? [];
  const ran = packs.flatMap(({ id, name, clocks }) =>
    clocks.map((each) => ({
      value: keyOf({ pack: id, clock: each.clock }),
      label: packs.length === 1 ? each.name[language] : `${each.name[language]} (${name[language]})`,
    })),
  );
  const options = [...ran, ...(wanted.clock === '' ? [] : [{ value: keyOf(wanted), label: wanted.clock }])];
  return options.filter(({ value }, at) => options.findIndex((each) => each.value === value) === at);
}
