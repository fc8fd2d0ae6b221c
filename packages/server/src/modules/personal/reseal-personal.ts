import type { Tx } from '../../platform/db/index.ts';
import type { Keyring } from '../identity/index.ts';
import { fingerprinter, sealValue, unsealValue } from './seal-value.ts';
import { lockKeys, resealData, selectSealedBefore } from './store.ts';

const AT_ONCE = 1000; // a few hundred kilobytes of memory

/** Seals every personal datum under a new key and makes its fingerprint anew; returns how many. Of the program itself. @throws KeyError */
export async function resealPersonal(tx: Tx, keyring: Keyring, keyNo: number): Promise<number> {
  await lockKeys(tx, 'renewing');
  const print = fingerprinter(keyring, keyNo);
  let sealed = 0;
  for (;;) {
    const rows = await selectSealedBefore(tx, keyNo, AT_ONCE);
    if (rows.length === 0) return sealed;
    const met = new Set<string>();
    const anew = rows.map((row) => {
      const value = unsealValue(keyring, row);
      const fingerprint = print({ ...row, value });
      const isFirst = !met.has(fingerprint.toString('hex'));
      met.add(fingerprint.toString('hex'));
      return { ...sealValue(keyring, row, value), fingerprint: isFirst ? fingerprint : null };
    });
    await resealData(tx, anew);
    sealed += rows.length;
  }
}
