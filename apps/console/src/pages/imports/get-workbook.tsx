import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { keepFile } from '../../manage/keep-file.ts';
import { ProblemAlert } from '../problem-alert.tsx';

interface GetWorkbookProps {
  readonly path: string;
  /** As the browser keeps it. */
  readonly fileName: string;
  /** What the button says. */
  readonly children: ReactNode;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook of the server's, in the person's language. */
export function GetWorkbook({ path, fileName, children }: GetWorkbookProps): ReactNode {
  const api = useApi();
  const getting = useMutation({
    mutationFn: () => api.getFile(path, XLSX),
    onSuccess: (file) => keepFile(fileName, file),
  });
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} loading={getting.isPending} onClick={() => getting.mutate()}>
        {children}
      </Button>
      <ProblemAlert error={getting.error} />
    </>
  );
}
