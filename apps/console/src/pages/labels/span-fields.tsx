import type { LabelSpan } from '@suyuan/api/labels';
import { Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';

interface SpanFieldsProps {
  /** Tells the fields of two spans of a page apart. */
  readonly name: string;
  readonly count: number;
  readonly value: LabelSpan;
  readonly onChange: (span: LabelSpan) => void;
}

/** From which label to which, as they are counted from 1. */
export function SpanFields({ name, count, value, onChange }: SpanFieldsProps): ReactNode {
  const say = useText(labelsText);
  return (
    <div className="label-span">
      {(['first', 'last'] as const).map((end) => (
        <Form.Item key={end} label={say(`span.${end}`)} htmlFor={`${name}-${end}`}>
          <InputNumber
            controls={false}
            inputMode="numeric"
            id={`${name}-${end}`}
            min={1}
            max={count}
            precision={0}
            value={value[end]}
            onChange={(number) => onChange({ ...value, [end]: number ?? 1 })}
          />
        </Form.Item>
      ))}
    </div>
  );
}
