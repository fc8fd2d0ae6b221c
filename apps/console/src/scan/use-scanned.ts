import { useState } from 'react';
import { sightings } from './sightings.ts';

/** What became of a code: `joined` to the one before, with which it stands on one item. */
export type Outcome = 'new' | 'again' | 'joined';

/** Takes a code that was shown for the first time, or once more; tells what became of it. */
export type OnScanned = (code: string, isShownAgain: boolean) => Outcome;

/** What is told of the codes that were read. */
export interface SoFar {
  readonly count: number;
  readonly last: { readonly code: string; readonly outcome: Outcome } | undefined;
}

export interface ScannedCodes {
  readonly texts: readonly string[];
  /** Of the camera, which shows one code many times; a photo was meant each time. */
  readonly isLive: boolean;
}

/** One code after another, each counted once however often it is shown. */
export function useScanned(
  onScanned: OnScanned,
  signal: () => void,
): {
  readonly soFar: SoFar;
  readonly take: (codes: ScannedCodes) => void;
} {
  const [see] = useState(sightings);
  const [soFar, setSoFar] = useState<SoFar>({ count: 0, last: undefined });
  const take = ({ texts, isLive }: ScannedCodes): void => {
    for (const code of texts) {
      const sighting = see(code, performance.now());
      if (sighting === 'still' && isLive) continue;
      const outcome = onScanned(code, sighting !== 'new');
      signal();
      setSoFar(({ count }) => ({ count: count + Number(outcome === 'new'), last: { code, outcome } }));
    }
  };
  return { soFar, take };
}
