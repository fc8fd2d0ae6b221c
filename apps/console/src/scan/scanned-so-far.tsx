import type { ReactNode } from 'react';
import { scanText } from '../i18n/scan.ts';
import { useText } from '../i18n/use-text.ts';
import { shownCode } from './shown-code.ts';
import type { SoFar } from './use-scanned.ts';

/** How many, large enough to be read over the goods, and what became of the last. */
export function ScannedSoFar({ scanned: { count, last } }: { scanned: SoFar }): ReactNode {
  const say = useText(scanText);
  return (
    <div className="scan-so-far" role="status">
      <strong>{say('count', { count })}</strong>
      {last === undefined ? null : <p>{say(last.isNew ? 'taken' : 'again', { code: shownCode(last.code) })}</p>}
    </div>
  );
}
