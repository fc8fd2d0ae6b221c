import { CheckCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { todayText } from '../../../i18n/today.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { Section } from '../../../manage/section.tsx';
import { useMay } from '../../../manage/use-may.ts';
import { TaskLine } from './task-line.tsx';
import { TodayFile } from './today-file.tsx';
import './today.css';
import { useToday } from './use-today.ts';

/** What there is to do now, the most urgent first; nothing for whoever may not look. */
export function TodayList(): ReactNode {
  const say = useText(todayText);
  const isAsked = useMay('query');
  const query = useToday({ isAsked });
  if (!isAsked) return null;
  return (
    <Section title={say('title')}>
      <Loaded query={query}>
        {({ tasks, waiting }) => (
          <>
            {tasks.length > 0 ? (
              <>
                <TodayFile tasks={tasks} />
                <ul className="tasks">
                  {tasks.map((task) => (
                    <TaskLine key={`${task.kind} ${task.pack} ${task.item}`} task={task} />
                  ))}
                </ul>
              </>
            ) : waiting > 0 ? null : (
              <p className="tasks-done">
                <CheckCircleOutlined aria-hidden /> {say('none')}
              </p>
            )}
            {waiting === 0 ? null : <p className="soft">{say('waiting', { count: waiting })}</p>}
          </>
        )}
      </Loaded>
    </Section>
  );
}
