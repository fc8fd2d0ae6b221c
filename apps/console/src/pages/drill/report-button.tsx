import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';
import { keepFile } from '../../manage/keep-file.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { DRILLS_PATH } from './path.ts';

const PDF = 'application/pdf';

/** Gives the report to print, in the person's language. */
export function ReportButton({ id }: { id: string }): ReactNode {
  const say = useText(drillText);
  const api = useApi();
  const getting = useMutation({
    mutationFn: () => api.getFile(`${DRILLS_PATH}/${id}/pdf`, PDF),
    onSuccess: (file) => keepFile(say('report.file', { id: id.slice(0, 8) }), file),
  });
  return (
    <div className="drill-report">
      <Button
        type="primary"
        icon={<DownloadOutlined aria-hidden />}
        loading={getting.isPending}
        onClick={() => getting.mutate()}
      >
        {say('report')}
      </Button>
      <ProblemAlert error={getting.error} />
    </div>
  );
}
