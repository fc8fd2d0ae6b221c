import type { Task } from '@suyuan/api';
import type { ReactNode } from 'react';
import { todayText } from '../../../i18n/today.ts';
import { useText } from '../../../i18n/use-text.ts';
import { ListFile } from '../../../manage/list-file/list-file.tsx';
import { useTaskWords } from './use-task-words.ts';

/** Today's list as a file. */
export function TodayFile({ tasks }: { tasks: readonly Task[] }): ReactNode {
  const say = useText(todayText);
  const wordsOf = useTaskWords();
  const columns = [
    {
      label: say('file.urgency'),
      cell: ({ urgency }: Task) => (urgency === 'open' ? say('file.open') : say(urgency)),
    },
    { label: say('file.what'), cell: wordsOf },
    { label: say('file.day'), cell: ({ day = '' }: Task) => day },
  ];
  return <ListFile name={say('title')} columns={columns} pageAt={async () => ({ rows: tasks, next: undefined })} />;
}
