/** What somebody fills in is kept sealed: there may be the number of a person in it, and it is no record yet. */
import { type SheetContent, SheetContentSchema } from '@suyuan/api';
import Value from 'typebox/value';
import type { Tx } from '../../platform/db/index.ts';
import type { Keyring } from '../identity/index.ts';
import { resealSheet, type SealedContent, selectSealedBefore } from './store-sheets.ts';

interface Of {
  readonly orgNo: number;
  readonly id: string;
}

const aboutOf = ({ orgNo, id }: Of): string => `recording.sheet ${orgNo} ${id}`;

/** @throws KeyError */
export function sealContent(keyring: Keyring, of: Of, content: SheetContent): SealedContent {
  return keyring.seal(Buffer.from(JSON.stringify(content)), aboutOf(of));
}

/** @throws KeyError where the key is missing, or the row is not the one it was sealed for */
export function contentOf(keyring: Keyring, of: Of, sealed: SealedContent): SheetContent {
  return Value.Parse(SheetContentSchema, JSON.parse(keyring.unseal(sealed, aboutOf(of)).toString()));
}

const AT_ONCE = 500;

/** Seals every sheet under a new key; returns how many. Of the program itself. @throws KeyError */
export async function resealSheets(tx: Tx, keyring: Keyring, keyNo: number): Promise<number> {
  for (let sealed = 0; ; ) {
    const rows = await selectSealedBefore(tx, keyNo, AT_ONCE);
    if (rows.length === 0) return sealed;
    for (const row of rows)
      await resealSheet(tx, { ...row, ...keyring.seal(keyring.unseal(row, aboutOf(row)), aboutOf(row)) });
    sealed += rows.length;
  }
}
