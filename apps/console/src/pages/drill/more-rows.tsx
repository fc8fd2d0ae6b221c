import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';

/** How many rows were counted and not kept. */
export function MoreRows({ count }: { count: number }): ReactNode {
  const say = useText(drillText);
  return count === 0 ? null : <p className="soft">{say('more.rows', { count })}</p>;
}
