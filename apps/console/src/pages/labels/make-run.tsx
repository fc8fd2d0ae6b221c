import type { LabelRunBody, LayoutBody } from '@suyuan/api/labels';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, InputNumber } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../api.ts';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../../manage/use-may.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { newId } from '../record/new-id.ts';
import type { Values } from './label-values.ts';
import { RUNS_PATH, runPage } from './path.ts';

const COUNT_MAX = 1_000_000;

interface MakeRunProps {
  readonly layout: LayoutBody;
  readonly product: string;
  readonly values: Values;
}

/** So many labels, each with a number of its own, given once however often the button is pressed. */
export function MakeRun({ layout, product, values }: MakeRunProps): ReactNode {
  const say = useText(labelsText);
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const mayMake = useMay('capture');
  const [count, setCount] = useState(100);
  const body = { layout: layout.id, product, values, count };
  // What is asked for again after a lost answer is the same; what was changed is another.
  const asked = useRef({ id: newId(), of: '' });
  const making = useMutation({
    mutationFn() {
      const of = JSON.stringify(body);
      if (asked.current.of !== of) asked.current = { id: newId(), of };
      return api.send<LabelRunBody>('PUT', `${RUNS_PATH}/${asked.current.id}`, body);
    },
    async onSuccess({ id }) {
      asked.current = { id: newId(), of: '' };
      void queries.invalidateQueries({ queryKey: [RUNS_PATH] });
      await navigate(runPage(id));
    },
  });
  if (!mayMake) return <p className="soft">{say('make.right')}</p>;
  return (
    <Form layout="vertical" component="div" className="label-print">
      <Form.Item label={say('count')} htmlFor="label-count" extra={say('count.help')}>
        <InputNumber
          controls={false}
          inputMode="numeric"
          id="label-count"
          min={1}
          max={COUNT_MAX}
          precision={0}
          value={count}
          onChange={(value) => setCount(value ?? 1)}
        />
      </Form.Item>
      <ProblemAlert error={making.error} />
      <Button
        type="primary"
        size="large"
        disabled={product.trim() === ''}
        loading={making.isPending}
        onClick={() => making.mutate()}
      >
        {say('make')}
      </Button>
    </Form>
  );
}
