import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../../api.ts';
import { branchesText } from '../../../i18n/branches.ts';
import { useText } from '../../../i18n/use-text.ts';
import { keepFile } from '../../../manage/keep-file.ts';
import { ProblemAlert } from '../../problem-alert.tsx';
import { SHEET_PATH, XLSX } from './sheet-file.ts';

/** Gives the workbook that is to be filled in, in the person's language. */
export function TemplateButton(): ReactNode {
  const say = useText(branchesText);
  const api = useApi();
  const getting = useMutation({
    mutationFn: () => api.getFile(SHEET_PATH, XLSX),
    onSuccess: (file) => keepFile(say('sheet.template.file'), file),
  });
  return (
    <>
      <div>
        <Button icon={<DownloadOutlined aria-hidden />} loading={getting.isPending} onClick={() => getting.mutate()}>
          {say('sheet.template')}
        </Button>
      </div>
      <ProblemAlert error={getting.error} />
    </>
  );
}
