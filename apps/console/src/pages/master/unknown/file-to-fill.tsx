import { DownloadOutlined } from '@ant-design/icons';
import { ENTRIES_MAX, type UnknownCodesBody, type UnknownKind } from '@suyuan/api';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type Api, useApi } from '../../../api.ts';
import { unknownCodesText } from '../../../i18n/unknown-codes.ts';
import { useText } from '../../../i18n/use-text.ts';
import { csvOf } from '../../../manage/csv.ts';
import { keepFile } from '../../../manage/keep-file.ts';
import { ProblemAlert } from '../../problem-alert.tsx';
import { CSV } from '../by-file/csv-file.ts';
import { csvPath, UNKNOWN_PATH } from '../path.ts';
import { useWords } from '../use-words.ts';

/** What the server gives at once. */
const PAGE = 500;

/** The template of a kind with its codes in it, as many as one file may bring back; what is said of them is filled in. */
export function FileToFill({ kind }: { kind: UnknownKind }): ReactNode {
  const say = useText(unknownCodesText);
  const words = useWords();
  const api = useApi();
  const making = useMutation({
    mutationFn: async () => {
      const [head = ''] = (await (await api.getFile(csvPath(kind), CSV)).text()).split('\r\n');
      const rows = (await codesOf(api, kind)).map((code) => [code]);
      return new Blob([csvOf([head.split(','), ...rows])], { type: CSV });
    },
    onSuccess: (file) => keepFile(say('file.name', { kind: words.ofKind(kind) }), file),
  });
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} loading={making.isPending} onClick={() => making.mutate()}>
        {say('file')}
      </Button>
      <ProblemAlert error={making.error} />
    </>
  );
}

async function codesOf(api: Api, kind: UnknownKind): Promise<readonly string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const asked = new URLSearchParams({ kind, limit: String(PAGE), ...(after === undefined ? {} : { after }) });
    const { codes, next } = await api.get<UnknownCodesBody>(`${UNKNOWN_PATH}?${asked}`);
    found.push(...codes.map(({ code }) => code));
    after = next;
  } while (after !== undefined && found.length < ENTRIES_MAX);
  return found.slice(0, ENTRIES_MAX);
}
