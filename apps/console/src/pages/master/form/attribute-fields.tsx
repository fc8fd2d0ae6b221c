import type { EntryBody, EntryKind } from '@suyuan/api';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { TextField } from '../../../manage/text-field.tsx';
import { useWords } from '../use-words.ts';
import { fieldsOf, nameOf } from './given-entry.ts';

/** What the server takes of one text. */
const LENGTH_MAX = 2_000;

/** The name, and what else is said of a thing of the kind that is chosen. */
export function AttributeFields({ attributes }: Pick<EntryBody, 'attributes'>): ReactNode {
  const say = useText(masterText);
  const words = useWords();
  const kind = Form.useWatch<EntryKind | undefined>('kind') ?? 'product';
  return (
    <>
      <TextField
        name={`attribute.${nameOf(attributes)}`}
        label={say('name')}
        missing={say('name.missing')}
        maxLength={LENGTH_MAX}
      />
      {fieldsOf(kind, attributes).map((name) => (
        <TextField key={name} name={`attribute.${name}`} label={words.ofAttribute(name)} maxLength={LENGTH_MAX} />
      ))}
    </>
  );
}
