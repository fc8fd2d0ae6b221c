import type { ReactNode } from 'react';
import { operatorText } from '../../i18n/operator.ts';
import { useText } from '../../i18n/use-text.ts';
import { TextField } from '../../manage/text-field.tsx';

export function ReasonField(): ReactNode {
  const say = useText(operatorText);
  return (
    <TextField
      name="reason"
      label={say('reason')}
      help={say('reason.help')}
      missing={say('reason.missing')}
      maxLength={500}
      kind="lines"
    />
  );
}
