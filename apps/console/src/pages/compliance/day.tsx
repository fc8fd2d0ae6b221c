import type { ReactNode } from 'react';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';

/** A whole day, `2026-03-01`, the same wherever it is read. */
export function Day({ day }: { day: string }): ReactNode {
  const [{ language }] = useSettings();
  const format = new Intl.DateTimeFormat(LANGUAGE_TAGS[language], { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <time className="moment" dateTime={day}>
      {format.format(new Date(day))}
    </time>
  );
}
