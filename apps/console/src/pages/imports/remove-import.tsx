import type { ImportBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { importsText } from '../../i18n/imports.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { IMPORTS_PATH, importPath } from './path.ts';

interface RemoveImportProps {
  readonly of: Pick<ImportBody, 'id' | 'name' | 'state'>;
  readonly onDone?: () => void;
}

/** Takes an import away; of one that is recorded the file alone. */
export function RemoveImport({ of: { id, name, state }, onDone }: RemoveImportProps): ReactNode {
  const say = useText(importsText);
  const api = useApi();
  const queries = useQueryClient();
  const what = state === 'recorded' ? 'file' : 'all';
  const remove = async (): Promise<void> => {
    await api.send('DELETE', importPath(id));
    onDone?.();
    await queries.invalidateQueries({ queryKey: [IMPORTS_PATH] });
  };
  return (
    <AskButton doing={say(`remove.${what}`)} title={say(`remove.${what}.of`, { name })} onDo={remove}>
      <p>{say(`remove.${what}.text`)}</p>
    </AskButton>
  );
}
