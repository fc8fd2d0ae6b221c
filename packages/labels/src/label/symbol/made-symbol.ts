/** A symbol that was made and read again, kept for the next label with the same data. */
import type { Symbology } from '../layout.ts';
import { encode } from './encode.ts';
import type { Modules } from './modules.ts';
import { readsBack } from './read-back.ts';

export type MadeSymbol =
  | { readonly reason: 'unencodable' | 'not-read-back' }
  /** `isReadBack` is false for Han Xin alone, which nothing here reads. */
  | { readonly modules: Modules; readonly isReadBack: boolean };

const KEPT_MAX = 500; // a symbol has some 2 kB; a run mostly has one that is the same on all and one of its own on each

const kept = new Map<string, MadeSymbol>();

export async function madeSymbol(symbology: Symbology, data: string): Promise<MadeSymbol> {
  const key = `${symbology} ${data}`;
  const known = kept.get(key);
  kept.delete(key);
  const made = known ?? (await make(symbology, data));
  kept.set(key, made);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_MAX) break;
    kept.delete(oldest);
  }
  return made;
}

async function make(symbology: Symbology, data: string): Promise<MadeSymbol> {
  const modules = encode(symbology, data);
  if (modules === undefined) return { reason: 'unencodable' };
  const isReadBack = await readsBack(symbology, data, modules);
  return isReadBack === false ? { reason: 'not-read-back' } : { modules, isReadBack: isReadBack === true };
}
