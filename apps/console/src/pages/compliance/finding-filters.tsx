import { Select } from 'antd';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import type { FindingsWanted } from './path.ts';
import { UnitFilter } from './unit-filter.tsx';
import { useCompliance } from './use-compliance.ts';
import { EFFECTS, worstFirst } from './worst-first.ts';

interface FindingFiltersProps {
  readonly wanted: FindingsWanted;
  readonly onChange: (wanted: FindingsWanted) => void;
}

/** By how grave it is, by rule, and by the code of a unit in any of its spellings. */
export function FindingFilters({ wanted, onChange }: FindingFiltersProps): ReactNode {
  const say = useText(complianceText);
  const rules = useRuleOptions(wanted);
  const all = { value: '', label: say('filter.all') };
  return (
    <div className="filters">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field of Select is inside of it */}
      <label>
        {say('filter.effect')}
        <Select
          aria-label={say('filter.effect')}
          value={wanted.effect}
          options={[all, ...EFFECTS.map((value) => ({ value, label: say(`effect.${value}`) }))]}
          onChange={(effect) => onChange({ ...wanted, effect })}
          popupMatchSelectWidth={false}
        />
      </label>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field of Select is inside of it */}
      <label className="of-rule">
        {say('filter.rule')}
        <Select
          aria-label={say('filter.rule')}
          value={keyOf(wanted)}
          virtual={false}
          options={[all, ...rules]}
          onChange={(key) => onChange({ ...wanted, ...ruleOf(key) })}
        />
      </label>
      <UnitFilter unit={wanted.unit} onFind={(unit) => onChange({ ...wanted, unit })} />
    </div>
  );
}

type RuleWanted = Pick<FindingsWanted, 'pack' | 'rule'>;

/** The same rule may be of several packs. */
const keyOf = ({ pack, rule }: RuleWanted): string => (rule === '' ? '' : `${pack} ${rule}`);

function ruleOf(key: string): RuleWanted {
  const [pack = '', rule = ''] = key.split(' ');
  return { pack, rule };
}

/** Rules that found something, and the one that is looked for, whether or not it still does. */
function useRuleOptions(wanted: FindingsWanted): { readonly value: string; readonly label: string }[] {
  const [{ language }] = useSettings();
  const packs = useCompliance().data?.packs ?? [];
  const found = packs.flatMap(({ id, name, rules }) =>
    worstFirst(rules).map((each) => ({
      value: keyOf({ pack: id, rule: each.rule }),
      label: packs.length === 1 ? each.name[language] : `${each.name[language]} (${name[language]})`,
    })),
  );
  const own = { value: keyOf(wanted), label: wanted.rule };
  const options = [...found, ...(wanted.rule === '' ? [] : [own])];
  return options.filter(({ value }, at) => options.findIndex((each) => each.value === value) === at);
}
