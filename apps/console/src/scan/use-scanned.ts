import { useState } from 'react';
import { sightings } from './sightings.ts';

/** What is told of the codes that were read. */
export interface SoFar {
  readonly count: number;
  readonly last: { readonly code: string; readonly isNew: boolean } | undefined;
}

export interface ScannedCodes {
  readonly texts: readonly string[];
  /** Of the camera, which shows one code many times; a photo was meant each time. */
  readonly isLive: boolean;
}

/** One code after another, each counted once however often it is shown. */
export function useScanned(
  onScanned: (code: string) => boolean,
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
      const isNew = sighting === 'new' && onScanned(code);
      signal();
      setSoFar(({ count }) => ({ count: count + Number(isNew), last: { code, isNew } }));
    }
  };
  return { soFar, take };
}
