import type { ReactNode } from 'react';
import { spacesText } from '../../i18n/spaces.ts';
import { useText } from '../../i18n/use-text.ts';
import { TextField } from '../../manage/text-field.tsx';

/** What a space is called, and what it is for. */
export function SpaceFields(): ReactNode {
  const say = useText(spacesText);
  return (
    <>
      <TextField
        name="name"
        label={say('name')}
        help={say('name.help')}
        missing={say('name.missing')}
        maxLength={100}
      />
      <TextField
        name="purpose"
        label={say('purpose')}
        help={say('purpose.help')}
        missing={say('purpose.missing')}
        maxLength={1000}
        kind="lines"
      />
    </>
  );
}
