import type { LabelPageName, TryLabel } from '@suyuan/api/labels';
import { Button, Form, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { PageChoice } from './page-choice.tsx';
import { LABELS_PATH } from './path.ts';
import { useLabelFile } from './use-label-file.ts';

const COPIES_MAX = 1_000;

/** Copies of one label, as a PDF. */
export function PrintCopies({ label }: { label: TryLabel }): ReactNode {
  const say = useText(labelsText);
  const [copies, setCopies] = useState(1);
  const [page, setPage] = useState<LabelPageName>('roll');
  const file = useLabelFile();
  return (
    <Form layout="vertical" component="div" className="label-print">
      <Form.Item label={say('copies')} htmlFor="label-copies">
        <InputNumber
          id="label-copies"
          min={1}
          max={COPIES_MAX}
          precision={0}
          value={copies}
          onChange={(value) => setCopies(value ?? 1)}
        />
      </Form.Item>
      <PageChoice value={page} onChange={setPage} />
      <ProblemAlert error={file.error} />
      <Button
        type="primary"
        size="large"
        loading={file.isPending}
        onClick={() => file.mutate({ path: `${LABELS_PATH}/copies`, body: { ...label, copies, page } })}
      >
        {say('print.pdf')}
      </Button>
    </Form>
  );
}
