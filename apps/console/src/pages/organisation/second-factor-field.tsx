import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { organisationText } from '../../i18n/organisation.ts';
import { useText } from '../../i18n/use-text.ts';

type Policy = 'offered' | 'managers' | 'all';
const POLICIES: readonly Policy[] = ['offered', 'managers', 'all'];

interface SecondFactorFieldProps {
  /** These are the form’s. */
  readonly id?: string;
  readonly value?: Policy;
  readonly onChange?: (policy: Policy) => void;
}

/** Of whom the second step is asked, each choice in plain words. */
export function SecondFactorField({ id, value, onChange }: SecondFactorFieldProps): ReactNode {
  const say = useText(organisationText);
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      className="choices"
      value={value}
      onChange={({ target }) => onChange?.(target.value)}
      options={POLICIES.map((policy) => ({
        value: policy,
        label: (
          <>
            {say(`secondFactor.${policy}`)}
            <span className="means">{say(`secondFactor.${policy}.means`)}</span>
          </>
        ),
      }))}
    />
  );
}
