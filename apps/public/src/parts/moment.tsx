import type { ReactNode } from 'react';
import { showTime } from '../format-time.ts';
import { useWords } from '../i18n/words.ts';

interface MomentProps {
  /** UTC, milliseconds */
  readonly time: number;
  readonly offset: string | undefined;
  /** Only the day, where the hour says nothing to a reader. */
  readonly dayOnly?: boolean;
}

/** What a Chinese reader takes for granted is not repeated at every line. */
const CHINA = 'UTC+08:00';

/** A moment in the offset it happened in, with that offset. */
export function Moment({ time, offset, dayOnly = false }: MomentProps): ReactNode {
  const { lang } = useWords();
  const shown = showTime(time, offset, lang);
  if (shown === undefined) return <span>—</span>;
  return (
    <time dateTime={shown.machine}>
      {shown.date}
      {dayOnly ? null : (
        <>
          {' '}
          {shown.clock}
          {lang === 'zh' && shown.offset === CHINA ? null : <span className="offset"> {shown.offset}</span>}
        </>
      )}
    </time>
  );
}
