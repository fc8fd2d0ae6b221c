import type { ReactNode } from 'react';
import { LANGUAGE_TAGS } from '../settings/language.ts';
import { useSettings } from '../settings/use-settings.ts';

/** A moment, RFC 3339, in the place and language of whoever reads it; to the minute, or with `isExact` to the second. */
export function Moment({ at, isExact = false }: { at: string; isExact?: boolean }): ReactNode {
  const [{ language }] = useSettings();
  const format = new Intl.DateTimeFormat(LANGUAGE_TAGS[language], {
    dateStyle: 'medium',
    timeStyle: isExact ? 'medium' : 'short',
    hourCycle: 'h23',
  });
  return (
    <time className="moment" dateTime={at}>
      {format.format(new Date(at))}
    </time>
  );
}
