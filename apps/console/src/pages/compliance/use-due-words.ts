import type { Duty } from '@suyuan/api';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { dueIn } from './due-in.ts';

/** How a duty stands, in words: due in 3 days, 2 days late, done in time. */
export function useDueWords(): (duty: Duty) => string {
  const say = useText(complianceText);
  const [{ language }] = useSettings();
  const tag = LANGUAGE_TAGS[language];
  return (duty) => {
    const { state, endedAt } = duty;
    const due = dueIn(duty, state === 'late' && endedAt !== undefined ? Date.parse(endedAt) : Date.now());
    if (due === undefined) return say(`state.${state}`);
    const { unit, count } = due;
    // By the clock of the browser, which need not be the server's: where they do not agree, the state alone is told.
    if (state === 'open' && count >= 0) {
      const within = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(count, unit);
      return say('due.in', { in: spaced(within) });
    }
    if ((state === 'overdue' || state === 'late') && count < 0) {
      const by = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(-count);
      return say(`due.${state}`, { by: spaced(by) });
    }
    return say(`state.${state}`);
  };
}

/** As the rest of the console writes it: a space between a number and a Chinese word. */
const spaced = (text: string): string => text.replace(/\d(?=\p{Script=Han})/u, '$& ');
