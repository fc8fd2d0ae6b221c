/** How a value is kept: sealed, and by a fingerprint that finds it again; both need a key that is not in the database. */
import { createHmac } from 'node:crypto';
import type { PersonalKind } from '@suyuan/api';
import type { Keyring } from '../identity/index.ts';

export interface SealedValue {
  readonly id: string;
  readonly orgNo: number;
  readonly keyNo: number;
  readonly sealed: Buffer;
}

const aboutOf = ({ orgNo, id }: Pick<SealedValue, 'id' | 'orgNo'>): string => `personal.datum ${orgNo} ${id}`;

/** @throws KeyError */
export function sealValue(keyring: Keyring, row: Pick<SealedValue, 'id' | 'orgNo'>, value: string): SealedValue {
  const { keyNo, sealed } = keyring.seal(Buffer.from(value), aboutOf(row));
  return { id: row.id, orgNo: row.orgNo, keyNo, sealed };
}

/** @throws KeyError where the key is missing, or the row is not the one it was sealed for */
export function unsealValue(keyring: Keyring, row: SealedValue): string {
  return keyring.unseal(row, aboutOf(row)).toString();
}

export interface Fingerprinted {
  readonly orgNo: number;
  readonly kind: PersonalKind;
  readonly value: string;
}

/** Makes fingerprints under one key of the ring: HMAC-SHA256 of organisation, kind and value. @throws KeyError */
export function fingerprinter(keyring: Keyring, keyNo: number): (of: Fingerprinted) => Buffer {
  const key = keyring.subkey('personal.datum fingerprint', keyNo);
  return ({ orgNo, kind, value }) => createHmac('sha256', key).update(`${orgNo}\0${kind}\0${value}`).digest();
}
