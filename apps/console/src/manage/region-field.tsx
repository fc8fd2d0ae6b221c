import type { ReactNode } from 'react';
import { organisationText } from '../i18n/organisation.ts';
import { useText } from '../i18n/use-text.ts';
import { TextField } from './text-field.tsx';

/** Where it is, by the code of the division. */
export function RegionField({ missing }: { missing?: string }): ReactNode {
  const say = useText(organisationText);
  return (
    <TextField
      name="region"
      label={say('region')}
      help={say('region.help')}
      maxLength={12}
      form={{ pattern: /^\s*\d{2}(\d{2}){0,2}\s*$/, message: say('region.wrongForm') }}
      {...(missing === undefined ? {} : { missing })}
    />
  );
}
