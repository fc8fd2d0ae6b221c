/** Another value of a column's type: near the one that is there, at an edge, or that of another row. */
import type { Random } from '../trace-oracle/random.ts';
import type { Column, Row } from './store-rows.ts';

/** @throws TypeError for a type that nothing here knows how to change: then this is where it is told how */
export function otherValue(
  random: Random,
  column: Column,
  { row, others }: { row: Row; others: readonly Row[] },
): string | null {
  const value = row[column.name] ?? null;
  if (column.isNullable && value !== null && random.chance(0.2)) return null;
  if (random.chance(0.2)) return random.pick(others)[column.name] ?? null;
  const change = CHANGES[column.type];
  if (change === undefined) throw new TypeError(`no change is known for ${column.type}, the type of ${column.name}`);
  return change(random, value);
}

type Change = (random: Random, value: string | null) => string;

const WHOLE = (random: Random, value: string | null, max: bigint): string => {
  const number = BigInt(value ?? 0);
  const edges = [0n, 1n, 2n, -1n, max, -max - 1n, 2n ** 53n, BigInt(random.below(1_000))];
  const near = [number + 1n, number - 1n, number + 64n, -number];
  return String(random.pick(random.chance(0.6) ? near : edges));
};

const CHANGES: Readonly<Record<string, Change>> = {
  bool: (_random, value) => (value === 'true' ? 'false' : 'true'),
  int2: (random, value) => WHOLE(random, value, 2n ** 15n - 1n),
  int4: (random, value) => WHOLE(random, value, 2n ** 31n - 1n),
  int8: (random, value) => WHOLE(random, value, 2n ** 63n - 1n),
  bytea: otherBytes,
  json: (random, value) => (random.chance(0.5) ? '[{"rule":"none"}]' : JSON.stringify([value])),
  text: otherText,
  timestamptz: otherTime,
  uuid: otherUuid,
  _uuid: otherUuids,
  _text: (random, value) =>
    value === '{}' || random.chance(0.3) ? '{x}' : random.pick(['{}', `{x,${value?.slice(1, -1)}}`]),
};

function otherBytes(random: Random, value: string | null): string {
  const bytes = Buffer.from((value ?? '').slice(2), 'hex');
  const at = random.below(bytes.length);
  switch (random.below(9)) {
    case 0:
      return hex(bytes.subarray(0, -1));
    case 1:
      return hex(Buffer.concat([bytes, Buffer.from([random.below(256)])]));
    case 2:
      return hex(bytes.subarray(0, -32));
    case 3:
      return hex(Buffer.concat([bytes, bytes.subarray(0, 32)]));
    case 4:
      // Of a zstd frame the bit without meaning (RFC 8878 §3.1.1.1.1.3).
      bytes[4] = (bytes[4] ?? 0) ^ 0x10;
      return hex(bytes);
    default:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return hex(bytes);
  }
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

function otherText(random: Random, value: string | null): string {
  const chars = [...(value ?? '')];
  const at = random.below(chars.length);
  switch (random.below(4)) {
    case 0:
      return chars.toSpliced(at, 1).join('');
    case 1:
      return chars.toSpliced(at, 0, ' ').join('');
    case 2:
      return '';
    default:
      return chars.toSpliced(at, 1, String.fromCodePoint((chars[at]?.codePointAt(0) ?? 64) + 1)).join('');
  }
}

const US_IN = { microsecond: 1n, millisecond: 1_000n, second: 1_000_000n, day: 86_400_000_000n };

/** In the form `2026-05-01 00:00:00.123456+00`: the store is read in UTC. */
function otherTime(random: Random, value: string | null): string {
  if (random.chance(0.05))
    return random.pick(['infinity', '-infinity', '0044-03-15 12:00:00+00 BC', '20000-01-01 00:00:00+00']);
  const [, toSecond = '2026-01-01 00:00:00', part = ''] = /^([\d-]+ [\d:]+)(?:\.(\d+))?\+00$/.exec(value ?? '') ?? [];
  const us = BigInt(Date.parse(`${toSecond.replace(' ', 'T')}Z`)) * 1_000n + BigInt(part.padEnd(6, '0'));
  const other = us + random.pick(Object.values(US_IN)) * random.pick([1n, -1n]);
  const iso = new Date(Number(other / 1_000_000n) * 1_000).toISOString().slice(0, 19).replace('T', ' ');
  return `${iso}.${String(other % 1_000_000n).padStart(6, '0')}+00`;
}

const NIL = '00000000-0000-0000-0000-000000000000';

function otherUuid(random: Random, value: string | null): string {
  if (value === null || random.chance(0.3)) return random.chance(0.3) ? NIL : anyUuid(random);
  const digits = [...value.replaceAll('-', '')];
  const at = random.below(digits.length);
  digits[at] = (Number.parseInt(digits[at] ?? '0', 16) ^ (1 << random.below(4))).toString(16);
  return asUuid(digits.join(''));
}

function anyUuid(random: Random): string {
  return asUuid(Array.from({ length: 32 }, () => random.below(16).toString(16)).join(''));
}

function asUuid(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function otherUuids(random: Random, value: string | null): string {
  const ids = (value ?? '{}')
    .slice(1, -1)
    .split(',')
    .filter((id) => id !== '');
  if (ids.length === 0) return arrayOf([anyUuid(random)]);
  const [at, to] = [random.below(ids.length), random.below(ids.length)];
  switch (random.below(5)) {
    case 0:
      return arrayOf(ids.toSpliced(at, 1));
    case 1:
      return arrayOf(ids.toSpliced(at, 0, anyUuid(random)));
    case 2:
      return arrayOf(ids.toSpliced(at, 0, ids[to] ?? NIL));
    case 3:
      return arrayOf(ids.with(at, ids[to] ?? NIL).with(to, ids[at] ?? NIL));
    default:
      return arrayOf(ids.with(at, random.chance(0.2) ? 'NULL' : otherUuid(random, ids[at] ?? null)));
  }
}

function arrayOf(ids: readonly string[]): string {
  return `{${ids.join()}}`;
}
