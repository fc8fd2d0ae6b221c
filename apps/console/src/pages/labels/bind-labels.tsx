import type { BindLabels as Binding, LabelRunBody, LabelSpan } from '@suyuan/api/labels';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useApi } from '../../api.ts';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../../manage/section.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { newId } from '../record/new-id.ts';
import { LABELS_PATH, RUNS_PATH } from './path.ts';
import { SpanFields } from './span-fields.tsx';

/** `LABELS_BOUND_MAX` of `@suyuan/api/labels`. */
const AT_ONCE = 10_000;

function partsOf({ first, last }: LabelSpan): readonly LabelSpan[] {
  const parts: LabelSpan[] = [];
  for (let from = first; from <= last; from += AT_ONCE)
    parts.push({ first: from, last: Math.min(last, from + AT_ONCE - 1) });
  return parts.length === 0 ? [{ first, last }] : parts;
}

/** Labels of a span are on goods of a lot, or were spoilt. */
export function BindLabels({ run: { id, count, free, values } }: { run: LabelRunBody }): ReactNode {
  const say = useText(labelsText);
  const api = useApi();
  const queries = useQueryClient();
  const [span, setSpan] = useState(free[0] ?? { first: 1, last: count });
  const [what, setWhat] = useState<'used' | 'spoilt'>('used');
  const [lot, setLot] = useState(values.lot ?? '');
  const body: Binding = { run: id, ...span, ...(what === 'used' ? { lot: lot.trim() } : {}) };
  // What is asked for again after a lost answer is the same; what was changed is another.
  const asked = useRef<{ of: string; ids: string[] }>({ of: '', ids: [] });
  const binding = useMutation({
    async mutationFn() {
      const of = JSON.stringify(body);
      if (asked.current.of !== of) asked.current = { of, ids: [] };
      const { ids } = asked.current;
      for (const [at, part] of partsOf(span).entries()) {
        ids[at] ??= newId();
        await api.send<LabelRunBody>('PUT', `${LABELS_PATH}/bindings/${ids[at]}`, { ...body, ...part });
      }
    },
    // Also of those before one that was refused.
    onSettled: () => queries.invalidateQueries({ queryKey: [RUNS_PATH] }),
  });
  const options = (['used', 'spoilt'] as const).map((value) => ({ value, label: say(`bind.${value}`) }));
  return (
    <Section title={say('bind')}>
      <p className="soft">{say('bind.text')}</p>
      <Form layout="vertical" component="div" className="label-print">
        <Radio.Group
          aria-label={say('bind')}
          value={what}
          options={options}
          onChange={({ target }) => setWhat(target.value)}
        />
        <SpanFields name="bind" count={count} value={span} onChange={setSpan} />
        {what === 'used' ? (
          <Form.Item label={say('lot')} htmlFor="bind-lot">
            <Input id="bind-lot" value={lot} maxLength={20} onChange={({ target }) => setLot(target.value)} />
          </Form.Item>
        ) : null}
        <ProblemAlert error={binding.error} />
        <Button
          type="primary"
          size="large"
          disabled={what === 'used' && lot.trim() === ''}
          loading={binding.isPending}
          onClick={() => binding.mutate()}
        >
          {say('bind.do')}
        </Button>
      </Form>
    </Section>
  );
}
