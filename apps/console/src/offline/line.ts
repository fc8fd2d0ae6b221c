/** Whether the server is reached, and how far this device's clock is from its own: told by each answer, or by none coming. */
export interface Line {
  readonly isUp: boolean;
  /** What to add to this device's clock, in milliseconds. */
  readonly skewMs: number;
}

export interface LineStore {
  current(): Line;
  /** An answer came. @param date its header `Date` */
  answered(date: string | null): void;
  /** None came to one question: there is no line where the smallest one is not answered either. */
  lost(): void;
  /** Gives back what ends the subscription. */
  subscribe(onChange: () => void): () => void;
}

const KEY = 'suyuan.clock';
/** A clock that is less wrong than this is right: the header tells whole seconds, and answers take some. */
const RIGHT_MS = 120_000;

/**
 * @param kept the browser's storage: without a line the clock is as wrong as it was with one
 * @param ask the smallest question; rejects where it is not answered
 */
export function createLine(kept: Storage | undefined, ask: () => Promise<unknown>): LineStore {
  let line: Line = { isUp: true, skewMs: Number(kept?.getItem(KEY)) || 0 };
  const listeners = new Set<() => void>();
  let isAsking = false;
  const change = (next: Line): void => {
    if (next.isUp === line.isUp && next.skewMs === line.skewMs) return;
    line = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => line,
    answered(date) {
      const found = date === null ? Number.NaN : Date.parse(date) - Date.now();
      const skewMs = Number.isNaN(found) ? line.skewMs : Math.abs(found) < RIGHT_MS ? 0 : nearby(found, line.skewMs);
      if (skewMs !== line.skewMs) keepSkew(kept, skewMs);
      change({ isUp: true, skewMs });
    },
    lost() {
      if (isAsking) return;
      isAsking = true;
      void ask()
        .catch(() => change({ ...line, isUp: false }))
        .finally(() => {
          isAsking = false;
        });
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
  };
}

/** What is the same but for the seconds that an answer took stays the same. */
function nearby(found: number, before: number): number {
  return Math.abs(found - before) < RIGHT_MS ? before : found;
}

function keepSkew(kept: Storage | undefined, skewMs: number): void {
  try {
    if (skewMs === 0) kept?.removeItem(KEY);
    else kept?.setItem(KEY, String(skewMs));
  } catch {
    // A full storage: the clock is right as long as the page is open.
  }
}
