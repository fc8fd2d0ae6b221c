import { shownCode } from '@suyuan/web-build/scan';
import type { ReactNode } from 'react';
import { scanText } from '../i18n/scan.ts';
import { useText } from '../i18n/use-text.ts';
import type { Outcome, SoFar } from './use-scanned.ts';

const TOLD = { new: 'taken', again: 'again', joined: 'joined' } as const satisfies Record<Outcome, string>;

/** How many, large enough to be read over the goods, and what became of the last. */
export function ScannedSoFar({ scanned: { count, last } }: { scanned: SoFar }): ReactNode {
  const say = useText(scanText);
  return (
    <div className="scan-so-far" role="status">
      <strong>{say('count', { count })}</strong>
      {last === undefined ? null : <p>{say(TOLD[last.outcome], { code: shownCode(last.code) })}</p>}
    </div>
  );
}
