import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { filingsText } from '../../../i18n/filings.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { FiledRecord } from './filed-records.ts';

export interface RefusedGroup {
  /** Their event IDs. */
  readonly records: readonly string[];
  readonly reason: string;
}

/** What the server takes. */
const REASON_MAX = 500;
/** Reasons that differ: no receiver has given as many. */
const GROUPS_MAX = 50;

/** Records that were not taken, together where it was for the same reason. */
export function RefusedFields({ records }: { records: readonly FiledRecord[] }): ReactNode {
  const say = useText(filingsText);
  return (
    <fieldset className="refused-fields">
      <legend>{say('refused.title')}</legend>
      <p className="soft">{say('refused.text')}</p>
      <Form.List name="refused">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Group key={key} at={name} records={records} onRemove={() => remove(name)} />
            ))}
            {fields.length < GROUPS_MAX ? (
              <div>
                <Button onClick={() => add({ records: [], reason: '' })}>{say('refused.add')}</Button>
              </div>
            ) : null}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

interface GroupProps {
  /** Its place among the groups. */
  readonly at: number;
  readonly records: readonly FiledRecord[];
  readonly onRemove: () => void;
}

function Group({ at, records, onRemove }: GroupProps): ReactNode {
  const say = useText(filingsText);
  const chosen: readonly (Partial<RefusedGroup> | undefined)[] = Form.useWatch('refused') ?? [];
  // One that another reason has is not refused twice.
  const taken = new Set(chosen.flatMap((group, no) => (no === at ? [] : (group?.records ?? []))));
  const labelOf = ({ first, last, words }: FiledRecord): string => {
    const lines = first === last ? say('record.line', { line: first }) : say('record.lines', { line: first, last });
    return words === '' ? lines : `${lines} · ${words}`;
  };
  const options = records
    .filter(({ eventID }) => !taken.has(eventID))
    .map((record) => ({ value: record.eventID, label: labelOf(record) }));
  return (
    <div className="refused-group">
      <Form.Item name={[at, 'records']} rules={[{ required: true, message: say('refused.records.missing') }]}>
        <Select
          mode="multiple"
          aria-label={say('refused.records', { n: at + 1 })}
          placeholder={say('refused.records.hint')}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item
        name={[at, 'reason']}
        rules={[{ required: true, whitespace: true, message: say('refused.reason.missing') }]}
      >
        <Input
          aria-label={say('refused.reason', { n: at + 1 })}
          placeholder={say('refused.reason.hint')}
          maxLength={REASON_MAX}
          autoComplete="off"
        />
      </Form.Item>
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={say('refused.remove', { n: at + 1 })}
        onClick={onRemove}
      />
    </div>
  );
}
