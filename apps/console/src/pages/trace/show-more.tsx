import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';

/** Rows that are drawn at once: a long chain has thousands, and no person reads so many. */
const ROWS_AT_ONCE = 100;

interface First<Row> {
  readonly shown: readonly Row[];
  /** Shows as many again; undefined where all are shown. */
  readonly more: (() => void) | undefined;
}

export function useFirst<Row>(rows: readonly Row[]): First<Row> {
  const [count, setCount] = useState(ROWS_AT_ONCE);
  const more = count < rows.length ? () => setCount(count + ROWS_AT_ONCE) : undefined;
  return { shown: rows.slice(0, count), more };
}

export function ShowMore({ more }: Pick<First<unknown>, 'more'>): ReactNode {
  const say = useText(manageText);
  if (more === undefined) return null;
  return (
    <div className="pager">
      <Button onClick={more}>{say('more')}</Button>
    </div>
  );
}
