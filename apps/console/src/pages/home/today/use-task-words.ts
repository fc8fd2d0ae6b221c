import type { Task } from '@suyuan/api';
import { todayText } from '../../../i18n/today.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSettings } from '../../../settings/use-settings.ts';

/** What there is to do, and of how many. */
export function useTaskWords(): (task: Task) => string {
  const say = useText(todayText);
  const [{ language }] = useSettings();
  return ({ kind, urgency, count, name }) => {
    const key = kind === 'licence' && urgency === 'late' ? 'licence.late' : kind;
    return say(key, { count, name: name?.[language] ?? '' });
  };
}
