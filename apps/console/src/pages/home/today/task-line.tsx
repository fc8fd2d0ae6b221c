import type { Task } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { todayText } from '../../../i18n/today.ts';
import { useText } from '../../../i18n/use-text.ts';
import { LANGUAGE_TAGS } from '../../../settings/language.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { useTaskWords } from './use-task-words.ts';
import { whereDone } from './where-done.ts';

const COLOURS = { late: 'error', soon: 'warning' } as const;

/** What there is to do, by when, and the way to do it. */
export function TaskLine({ task }: { task: Task }): ReactNode {
  const say = useText(todayText);
  const [{ language }] = useSettings();
  const { kind, urgency, day } = task;
  const what = useTaskWords()(task);
  const format = new Intl.DateTimeFormat(LANGUAGE_TAGS[language], { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <li className="task">
      <span className="task-what">
        {urgency === 'open' ? null : <Tag color={COLOURS[urgency]}>{say(urgency)}</Tag>}
        {what}
        {day === undefined ? null : (
          <time className="soft" dateTime={day}>
            {say('until', { day: format.format(new Date(day)) })}
          </time>
        )}
      </span>
      <Link to={whereDone(task)} aria-label={say('label', { do: say(`do.${kind}`), what })}>
        {say(`do.${kind}`)}
      </Link>
    </li>
  );
}
