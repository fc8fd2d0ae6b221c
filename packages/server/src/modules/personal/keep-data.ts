/** Keeps personal data, each value of an organisation once, and gives what events refer to it by. */
import { randomUUID } from 'node:crypto';
import type { PersonalKind } from '@suyuan/api';
import type { ActingOrganisation } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Keyring } from '../identity/index.ts';
import { maskOf } from './mask.ts';
import { readValue } from './read-value.ts';
import { type Fingerprinted, fingerprinter, sealValue } from './seal-value.ts';
import { insertData, lockKeys, type NewDatum, selectByFingerprints } from './store.ts';

/** Each is sealed on its own; a document of events has a handful, and one of thousands calls again. */
export const KEPT_AT_ONCE_MAX = 1000;

export interface PersonalValue {
  readonly kind: PersonalKind;
  readonly value: string;
}

export interface PersonalRef {
  readonly id: string;
  /** `urn:suyuan:person-datum:<id>` */
  readonly ref: string;
  readonly kind: PersonalKind;
  readonly mask: string;
}

export function refOf(id: string): string {
  return `urn:suyuan:person-datum:${id}`;
}

/**
 * One for each value, in their order; the same value of an organisation has the same one each time, until it is erased. In a
 * transaction of that organisation, as the role `identity`. @throws Problem `personal.value`; KeyError
 */
export async function keepPersonal(
  tx: Tx,
  { keyring, org }: { readonly keyring: Keyring; readonly org: Pick<ActingOrganisation, 'no'> },
  given: readonly PersonalValue[],
): Promise<PersonalRef[]> {
  if (given.length > KEPT_AT_ONCE_MAX) throw new Error(`at most ${KEPT_AT_ONCE_MAX} personal data are kept at once`);
  const orgNo = org.no;
  const values = given.map(({ kind, value }) => ({ orgNo, kind, value: readValue(kind, value) }));
  if (values.length === 0) return [];
  await lockKeys(tx, 'sealing');
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const prints = printsOf(keyring, values);
    const found = await find(tx, prints);
    const refs = prints.flatMap(({ of: { kind }, newest }) => {
      const datum = found.get(newest);
      return datum === undefined ? [] : [{ ...datum, ref: refOf(datum.id), kind }];
    });
    if (refs.length === values.length) return refs;
    await insertData(tx, newData(keyring, prints, found));
  }
  throw new Error('personal data were erased as often as they were kept');
}

/** The first look finds what is there, the second what was stored; a third is for what somebody erased in between. */
const TRIES_MAX = 4;

interface Printed {
  readonly of: Fingerprinted;
  /** Hexadecimal, under the newest key. */
  readonly newest: string;
  /** Under every key, the newest last. */
  readonly all: readonly Buffer[];
}

/** Under every key of the ring: while keys are being renewed, what is stored is known by an older one. */
function printsOf(keyring: Keyring, values: readonly Fingerprinted[]): Printed[] {
  if (keyring.newestNo === undefined) keyring.subkey('personal.datum fingerprint'); // makes the first
  const printers = keyring.numbers.map((no) => fingerprinter(keyring, no));
  return values.map((of) => {
    const all = printers.map((print) => print(of));
    return { of, all, newest: all.at(-1)?.toString('hex') ?? '' };
  });
}

type Found = Map<string, { readonly id: string; readonly mask: string }>;

/** By the fingerprint of today. */
async function find(tx: Tx, prints: readonly Printed[]): Promise<Found> {
  const rows = await selectByFingerprints(
    tx,
    prints.flatMap(({ all }) => all),
  );
  const stored = new Map(rows.map(({ fingerprint, id, mask }) => [fingerprint.toString('hex'), { id, mask }]));
  const found: Found = new Map();
  for (const { newest, all } of prints) {
    for (const print of all) {
      const datum = stored.get(print.toString('hex'));
      if (datum !== undefined) found.set(newest, datum);
    }
  }
  return found;
}

/** In one order, so that two who keep the same values never wait for each other in a circle. */
function newData(keyring: Keyring, prints: readonly Printed[], found: Found): NewDatum[] {
  const missing = new Map(prints.filter(({ newest }) => !found.has(newest)).map((each) => [each.newest, each]));
  return [...missing]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { of }]) => {
      const { orgNo, kind, value } = of;
      const sealed = sealValue(keyring, { id: randomUUID(), orgNo }, value);
      // Under the key that it is sealed under: a newer one may have come since.
      return { ...sealed, kind, mask: maskOf(kind, value), fingerprint: fingerprinter(keyring, sealed.keyNo)(of) };
    });
}
