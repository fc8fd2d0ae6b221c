/**
 * What is typed of a sheet and not saved yet, in the browser's storage: written with each key, so that a browser that dies, a session
 * that ends or a line that is lost takes nothing. It is of whoever typed it, for the organisation that it was typed for.
 */
import type { GivenSheet } from './given-sheet.ts';

export interface KeptSheet {
  readonly id: string;
  readonly pack: string;
  readonly stage: string;
  /** That was changed; 0 of one that was never saved. */
  readonly version: number;
  readonly given: GivenSheet;
  readonly atMs: number;
}

/** @param storage undefined where the browser forbids it */
export function keptHere(storage: Storage | undefined, owner: string) {
  const prefix = `suyuan.sheet ${owner} `;
  const read = (key: string): KeptSheet | undefined => {
    try {
      const kept: unknown = JSON.parse(storage?.getItem(key) ?? '');
      return isKept(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    keep(sheet: KeptSheet): void {
      try {
        storage?.setItem(prefix + sheet.id, JSON.stringify(sheet));
      } catch {
        // It is full: what is typed is saved on the server all the same.
      }
    },
    forget: (id: string): void => storage?.removeItem(prefix + id),
    find: (id: string): KeptSheet | undefined => read(prefix + id),
    /** The last typed first. */
    list(): readonly KeptSheet[] {
      const keys = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '');
      const kept = keys.filter((key) => key.startsWith(prefix)).flatMap((key) => read(key) ?? []);
      return kept.sort((a, b) => b.atMs - a.atMs);
    },
  };
}

function isKept(value: unknown): value is KeptSheet {
  const { id, pack, stage, version, given, atMs } = Object(value);
  const { name, units, inputs, values } = Object(given);
  return (
    [id, pack, stage, name].every((text) => typeof text === 'string') &&
    [version, atMs].every(Number.isFinite) &&
    [units, inputs].every(Array.isArray) &&
    typeof values === 'object'
  );
}
