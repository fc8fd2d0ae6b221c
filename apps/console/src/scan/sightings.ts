/** A hand that shakes loses a code for a moment; longer than this, it was taken away and is shown again. */
const GONE_MS = 1_500;

export type Sighting = 'new' | 'still' | 'again';

/** Tells whether a code is seen for the first time, is still before the camera, or came back. */
export function sightings(): (text: string, nowMs: number) => Sighting {
  const lastMs = new Map<string, number>();
  return (text, nowMs) => {
    const before = lastMs.get(text);
    lastMs.set(text, nowMs);
    if (before === undefined) return 'new';
    return nowMs - before > GONE_MS ? 'again' : 'still';
  };
}
