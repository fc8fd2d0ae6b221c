import type { LabelPageName, LabelRunBody } from '@suyuan/api/labels';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../../manage/section.tsx';
import { useStepDone } from '../../onboarding/use-onboarding.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { PageChoice } from './page-choice.tsx';
import { RUNS_PATH } from './path.ts';
import { SpanFields } from './span-fields.tsx';
import { useLabelFile } from './use-label-file.ts';

/** All of them, or from where a printer stopped. */
export function PrintRun({ run: { id, count, printed } }: { run: LabelRunBody }): ReactNode {
  const say = useText(labelsText);
  const queries = useQueryClient();
  const [head] = printed;
  // Where the first piece ended, the next begins; after all of them, all again.
  const next = head === undefined || head.first > 1 || head.last === count ? 1 : head.last + 1;
  const [span, setSpan] = useState({ first: next, last: count });
  const [format, setFormat] = useState<'pdf' | 'zpl'>('pdf');
  const [page, setPage] = useState<LabelPageName>('roll');
  const [dpmm, setDpmm] = useState<'8' | '12' | '24'>('8');
  const stepDone = useStepDone();
  const file = useLabelFile(() => {
    stepDone('label');
    void queries.invalidateQueries({ queryKey: [RUNS_PATH] });
  });
  const more = format === 'pdf' ? { page } : { dpmm };
  const search = new URLSearchParams({ first: String(span.first), last: String(span.last), ...more });
  const isAgain = printed.some(({ first, last }) => first <= span.last && span.first <= last);
  const formats = (['pdf', 'zpl'] as const).map((value) => ({ value, label: say(`format.${value}`) }));
  const dots = (['8', '12', '24'] as const).map((value) => ({ value, label: say(`dpmm.${value}`) }));
  return (
    <Section title={say('print')}>
      <Form layout="vertical" component="div" className="label-print">
        <SpanFields name="print" count={count} value={span} onChange={setSpan} />
        <Form.Item label={say('format')}>
          <Radio.Group
            aria-label={say('format')}
            value={format}
            options={formats}
            onChange={({ target }) => setFormat(target.value)}
          />
        </Form.Item>
        {format === 'pdf' ? (
          <PageChoice value={page} onChange={setPage} />
        ) : (
          <Form.Item label={say('dpmm')}>
            <Radio.Group
              aria-label={say('dpmm')}
              value={dpmm}
              options={dots}
              onChange={({ target }) => setDpmm(target.value)}
            />
          </Form.Item>
        )}
        {isAgain ? <Alert type="warning" showIcon title={say('print.again')} /> : null}
        <ProblemAlert error={file.error} />
        <Button
          type="primary"
          size="large"
          loading={file.isPending}
          onClick={() => file.mutate({ path: `${RUNS_PATH}/${id}/${format}?${search}`, body: {} })}
        >
          {say('print.file')}
        </Button>
      </Form>
    </Section>
  );
}
