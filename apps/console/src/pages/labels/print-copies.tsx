import type { LabelPageName, TryLabel } from '@suyuan/api/labels';
import { Button, Form, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { useStepDone } from '../../onboarding/use-onboarding.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { PageChoice } from './page-choice.tsx';
import { LABELS_PATH } from './path.ts';
import { useLabelFile } from './use-label-file.ts';

const COPIES_MAX = 1_000;

interface PrintCopiesProps {
  readonly label: TryLabel;
  /** A label each, where a code is on one alone. */
  readonly codes?: readonly string[];
}

/** Copies of one label, or one of each code, as a PDF. */
export function PrintCopies({ label, codes }: PrintCopiesProps): ReactNode {
  const say = useText(labelsText);
  const [copies, setCopies] = useState(1);
  const [page, setPage] = useState<LabelPageName>('roll');
  const stepDone = useStepDone();
  const file = useLabelFile(() => stepDone('label'));
  const body = { ...label, page, ...(codes === undefined ? { copies } : { copies: 1, codes }) };
  return (
    <Form layout="vertical" component="div" className="label-print">
      {codes === undefined ? (
        <Form.Item label={say('copies')} htmlFor="label-copies">
          <InputNumber
            controls={false}
            inputMode="numeric"
            id="label-copies"
            min={1}
            max={COPIES_MAX}
            precision={0}
            value={copies}
            onChange={(value) => setCopies(value ?? 1)}
          />
        </Form.Item>
      ) : (
        <p>{say('codes.count', { count: codes.length })}</p>
      )}
      <PageChoice value={page} onChange={setPage} />
      <ProblemAlert error={file.error} />
      <Button
        type="primary"
        size="large"
        loading={file.isPending}
        disabled={codes?.length === 0}
        onClick={() => file.mutate({ path: `${LABELS_PATH}/copies`, body })}
      >
        {say('print.pdf')}
      </Button>
    </Form>
  );
}
