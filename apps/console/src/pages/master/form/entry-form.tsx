import { ENTRY_KINDS, type SaidBody, type WholeEntryBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../../api.ts';
import { manageText } from '../../../i18n/manage.ts';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { FormDialog } from '../../../manage/form-dialog.tsx';
import { useSession } from '../../../session.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { ENTRIES_PATH, UNKNOWN_PATH } from '../path.ts';
import { Refused } from '../refused.tsx';
import { useWords } from '../use-words.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { CodeField } from './code-field.tsx';
import { entryOf, type Given, givenOf } from './given-entry.ts';
import { NumberFields } from './number-fields.tsx';
import { ownProduct } from './own-product.ts';
import { useRefuseKnown } from './use-refuse-known.ts';

interface EntryFormProps {
  /** The one that is changed; without it one is added. */
  readonly entry?: WholeEntryBody;
  /** What records call the one that is added. */
  readonly named?: Pick<Given, 'kind' | 'code'>;
  readonly onClose: () => void;
}

const NOTHING: Pick<Given, 'kind' | 'code'> = { kind: 'product', code: '' };

/** One thing: its kind, code, name, what else is said of it, and its numbers. */
export function EntryForm({ entry, named = NOTHING, onClose }: EntryFormProps): ReactNode {
  const say = useText(masterText);
  const sayAll = useText(manageText);
  const words = useWords();
  const [{ language }] = useSettings();
  const api = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const refuseKnown = useRefuseKnown();
  const { data: session } = useSession();
  const send = async (typed: Given): Promise<SaidBody> => {
    const organisation = session?.organisation;
    const isOwn = typed.isOwn === true && typed.kind === 'product' && organisation !== undefined;
    const given = isOwn ? { ...typed, code: ownProduct(typed.code, organisation) } : typed;
    if (entry === undefined) await refuseKnown(given.code.trim());
    return api.send('POST', ENTRIES_PATH, [entryOf(given, entry)]);
  };
  const onDone = ({ stored }: SaidBody): void => {
    onClose();
    void message.success(say(stored === 0 ? 'unchanged' : 'saved'));
    void queries.invalidateQueries({ queryKey: [ENTRIES_PATH] });
    void queries.invalidateQueries({ queryKey: [UNKNOWN_PATH] });
  };
  const isNew = entry === undefined;
  return (
    <FormDialog<Given, SaidBody>
      title={
        isNew ? say('add.title') : say('change.title', { name: entry.name?.[language] ?? words.ofCode(entry.code) })
      }
      doing={sayAll('save')}
      initial={isNew ? { ...named, identifiers: [] } : givenOf(entry)}
      alert={Refused}
      onSend={send}
      onDone={onDone}
      onClose={onClose}
    >
      {isNew ? null : (
        <p className="soft">
          {words.ofKind(entry.kind)} · {words.ofCode(entry.code)}
          <br />
          {say('change.text')}
        </p>
      )}
      {/* What a thing is and is called by in records stays as it was added. */}
      <Form.Item name="kind" label={say('kind')} hidden={!isNew}>
        <Select options={ENTRY_KINDS.map((value) => ({ value, label: words.ofKind(value) }))} />
      </Form.Item>
      {isNew ? (
        <CodeField />
      ) : (
        <Form.Item name="code" hidden>
          <Input />
        </Form.Item>
      )}
      <AttributeFields attributes={entry?.attributes ?? {}} />
      <NumberFields />
    </FormDialog>
  );
}
