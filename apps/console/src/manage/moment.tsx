import type { ReactNode } from 'react';
import { LANGUAGE_TAGS } from '../settings/language.ts';
import { useSettings } from '../settings/use-settings.ts';

interface MomentProps {
  /** RFC 3339. */
  readonly at: string;
  /** To the second, else to the minute. */
  readonly isExact?: boolean;
  /** Where it is told in the time of a place, whoever reads it: `Asia/Shanghai`. */
  readonly zone?: string;
}

/** A moment, in the place and language of whoever reads it. */
export function Moment({ at, isExact = false, zone }: MomentProps): ReactNode {
  const [{ language }] = useSettings();
  const format = new Intl.DateTimeFormat(LANGUAGE_TAGS[language], {
    dateStyle: 'medium',
    timeStyle: isExact ? 'medium' : 'short',
    hourCycle: 'h23',
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  return (
    <time className="moment" dateTime={at}>
      {format.format(new Date(at))}
    </time>
  );
}
