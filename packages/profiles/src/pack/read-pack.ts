/** A pack as it is given, read and checked whole before any of it is used. */
import { Compile } from 'typebox/compile';
import { checkPack } from './check-pack.ts';
import type { PackFault } from './fault.ts';
import { type Pack, PackSchema } from './pack.ts';
import { shapeFaults } from './shape-words.ts';

export type ReadPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

const shape = Compile(PackSchema);
const FAULTS_MAX = 100;

/** @param checks ids of the rules that data cannot say */
export function readPack(given: unknown, checks: ReadonlySet<string>): ReadPack {
  if (!shape.Check(given)) {
    const faults = shape.Errors(given).flatMap(shapeFaults);
    return { ok: false, faults: faults.slice(0, FAULTS_MAX) };
  }
  const faults = checkPack(given, checks);
  return faults.length === 0 ? { ok: true, pack: given } : { ok: false, faults: faults.slice(0, FAULTS_MAX) };
}
