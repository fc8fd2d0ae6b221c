import type { NamesAnswer, SheetWhole } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../api.ts';
import { onboardingText } from '../../i18n/onboarding.ts';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../../manage/use-may.ts';
import { useStepDone } from '../../onboarding/use-onboarding.ts';
import { LABELS_PATH } from '../labels/path.ts';
import { useLabelFile } from '../labels/use-label-file.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { lotLabelOf } from './lot-label.ts';

/** Of the first goods of what was recorded: their label at once, and their trace. */
export function LotButtons({ sheet }: { sheet: SheetWhole }): ReactNode {
  const say = useText(onboardingText);
  const mayTrace = useMay('trace');
  const code = sheet.content.units?.[0]?.code;
  if (sheet.state !== 'recorded' || code === undefined) return null;
  return (
    <>
      <PrintLot sheet={sheet} code={code} />
      {mayTrace ? (
        <Link to={`/trace?${new URLSearchParams({ code })}`}>
          <Button size="large" tabIndex={-1}>
            {say('trace.lot')}
          </Button>
        </Link>
      ) : null}
    </>
  );
}

function PrintLot({ sheet, code }: { sheet: SheetWhole; code: string }): ReactNode {
  const say = useText(onboardingText);
  const api = useApi();
  const mayPrint = useMay('capture');
  const stepDone = useStepDone();
  const file = useLabelFile(() => stepDone('label'));
  const path = `/v1/codes/names?${new URLSearchParams({ code })}`;
  const names = useQuery({ queryKey: ['names', code], queryFn: () => api.get<NamesAnswer>(path) });
  // Labels are Chinese, whoever prints them.
  const label = lotLabelOf(sheet, names.data?.names[0]?.name.zh, location.origin);
  if (!mayPrint || names.isPending || label === undefined) return null;
  return (
    <>
      <Button
        size="large"
        loading={file.isPending}
        onClick={() => file.mutate({ path: `${LABELS_PATH}/copies`, body: label })}
      >
        {say('print.lot')}
      </Button>
      <ProblemAlert error={file.error} />
    </>
  );
}
