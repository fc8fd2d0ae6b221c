import { DownloadOutlined } from '@ant-design/icons';
import { ENTRY_KINDS, type EntryKind } from '@suyuan/api';
import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../../api.ts';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { keepFile } from '../../../manage/keep-file.ts';
import { ProblemAlert } from '../../problem-alert.tsx';
import { csvPath } from '../path.ts';
import { useWords } from '../use-words.ts';
import { CSV } from './csv-file.ts';

interface TemplateRowProps {
  readonly kind: EntryKind;
  readonly onKind: (kind: EntryKind) => void;
}

/** Of what kind the things of the file are, and the file that is to be filled in, in the person's language. */
export function TemplateRow({ kind, onKind }: TemplateRowProps): ReactNode {
  const say = useText(masterText);
  const words = useWords();
  const api = useApi();
  const getting = useMutation({
    mutationFn: () => api.getFile(csvPath(kind), CSV),
    onSuccess: (file) => keepFile(`${words.ofKind(kind)}.csv`, file),
  });
  return (
    <>
      <div className="template">
        <Select
          aria-label={say('kind')}
          value={kind}
          options={ENTRY_KINDS.map((value) => ({ value, label: words.ofKind(value) }))}
          onChange={onKind}
          popupMatchSelectWidth={false}
        />
        <Button icon={<DownloadOutlined aria-hidden />} loading={getting.isPending} onClick={() => getting.mutate()}>
          {say('file.template')}
        </Button>
      </div>
      <ProblemAlert error={getting.error} />
    </>
  );
}
