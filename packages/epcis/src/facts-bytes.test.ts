import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 } from './crc32.ts';
import { eventFacts } from './facts.ts';
import { aCommissioning, someFacts } from './facts-bytes.fixture.ts';
import { BrokenFacts, readFacts, writeFacts } from './facts-bytes.ts';
import { BEGINNINGS, NUMBERED_TERMS } from './facts-numbers.ts';
import { createDocumentScanner, createXmlScanner, looksLikeXml, readContext } from './index.ts';
import type { EventFacts, ExtensionValue } from './model.ts';
import { validateEvent } from './validate.ts';
import { VOCABULARY } from './vocabulary.ts';

const LEAST: EventFacts = {
  type: 'ObjectEvent',
  eventTimeMs: 0,
  eventTimeZoneOffset: '+08:00',
  units: [],
  sources: [],
  destinations: [],
  bizTransactions: [],
};

const VECTORS = new URL('../../../vectors/', import.meta.url);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The facts of every event of a document. */
function factsIn(bytes: Uint8Array): EventFacts[] {
  const scanner = looksLikeXml(bytes) ? createXmlScanner() : createDocumentScanner();
  const events = scanner
    .push(bytes)
    .flatMap(({ value }) => (validateEvent(value, { pointer: '' }).length === 0 ? [value] : []));
  const { envelope } = scanner.end();
  const raw: unknown =
    typeof envelope === 'object' && envelope !== null ? Reflect.get(envelope, '@context') : undefined;
  return events.map((event) => eventFacts(event, readContext(raw)));
}

/** What a broken store or a liar may hand over: a checksum that fits whatever stands before it. */
function withChecksum(bytes: Uint8Array): Uint8Array {
  const sum = crc32(bytes, bytes.length - 4);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(bytes.length - 4, sum, true);
  return bytes;
}

function factsOrBroken(bytes: Uint8Array): EventFacts | undefined {
  try {
    return readFacts(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(BrokenFacts);
    return undefined;
  }
}

/** The same facts with the members of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, each]) => [name, turned(each)])
      .reverse(),
  );
}

describe('facts that were written are read as they were', () => {
  test('whatever they are', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        expect(readFacts(writeFacts(facts))).toStrictEqual(facts);
      }),
      { numRuns: 400 },
    );
  });

  test('a member that is not stated stays absent', () => {
    const { eventID: _, ...rest } = aCommissioning;
    expect(readFacts(writeFacts(rest))).not.toHaveProperty('eventID');
  });

  test.each(['documents/valid/', 'epcis-xml/'])('every event of vectors/%s', (folder) => {
    const files = readdirSync(new URL(folder, VECTORS)).filter((file) => /\.(json|xml)$/.test(file));
    const all = files.flatMap((file) => factsIn(readFileSync(new URL(folder + file, VECTORS))));
    expect(all.length).toBeGreaterThan(10);
    // Not strictly: an extension may have the name `constructor`, which the strict comparison takes for a class.
    for (const facts of all) expect(readFacts(writeFacts(facts))).toEqual(facts);
  });

  test('one event after another, the large one too, leaves no trace in the next', () => {
    const alone = hex(writeFacts(aCommissioning));
    const long = { ...aCommissioning, extensions: [['ex', 'x'.repeat(200_000)] as const] };
    expect(readFacts(writeFacts(long))).toStrictEqual(long);
    expect(hex(writeFacts(aCommissioning))).toBe(alone);
  });
});

test('equal facts give equal bytes, whatever the order of their members', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const other = turned(facts) as EventFacts;
      expect(other).toEqual(facts);
      expect(hex(writeFacts(other))).toBe(hex(writeFacts(facts)));
    }),
    { numRuns: 200 },
  );
});

describe('bytes that nobody wrote', () => {
  test('changed anywhere, they are refused', () => {
    const place = fc.record({ at: fc.nat(), to: fc.nat(255) });
    fc.assert(
      fc.property(someFacts, fc.array(place, { minLength: 1, maxLength: 3 }), fc.nat(40), (facts, places, cut) => {
        const bytes = writeFacts(facts);
        const changed = bytes.slice(0, bytes.length - (cut > 20 ? 0 : cut));
        for (const { at, to } of places) changed[at % changed.length] = to;
        if (hex(changed) === hex(bytes)) expect(readFacts(changed)).toStrictEqual(facts);
        else expect(() => readFacts(changed)).toThrow(BrokenFacts);
      }),
      { numRuns: 400 },
    );
  });

  test('with a checksum that fits, they are facts that can be written, or refused', () => {
    let read = 0;
    fc.assert(
      fc.property(someFacts, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 9 }), (facts, at, put) => {
        const bytes = writeFacts(facts);
        const start = 1 + (at % (bytes.length - 5));
        const room = bytes.length - 4 - start;
        bytes.set(put.subarray(0, room), start);
        const found = factsOrBroken(withChecksum(bytes));
        if (found === undefined) return;
        read += 1;
        expect(readFacts(writeFacts(found))).toEqual(found);
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test('or none at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
        factsOrBroken(withChecksum(Uint8Array.from([1, ...noise, 0, 0, 0, 0])));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['nothing', []],
    ['a version and no more', [1]],
    ['a later version', [2, 0, 0, 0, 0, 0]],
    ['a flag without meaning', [1, 0, 0xff, 0xff, 0x7f, 0, 1]],
    ['a number without end', [1, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1]],
    ['more units than bytes', [1, 0, 0x20, 0, 1, 0xff, 0xff, 0x7f, 0]],
    ['units without a last one', [1, 0, 0x20, 0, 1, 0, 3]],
    ['a code that goes on from one that is not there', [1, 0, 0x20, 0, 1, 1, 8 * 9, 0]],
    ['no UTF-8', [1, 0, 0x20, 0, 1, 1, 1, 1, 0xff]],
    ['something behind the end', [1, 0, 0, 0, 1, 0]],
  ])('%s', (_what, start) => {
    const bytes = Uint8Array.from([...start, 0, 0, 0, 0]);
    expect(() => readFacts(start.length < 4 ? Uint8Array.from(start) : withChecksum(bytes))).toThrow(BrokenFacts);
  });

  test('that stand for far more text than there are bytes are refused before it is made', () => {
    const units = Array.from({ length: 2000 }, (_, n) => ({
      code: 'x'.repeat(60_000) + String(n % 10),
      role: 'object' as const,
      isClass: false,
    }));
    expect(() => writeFacts({ ...aCommissioning, units })).toThrow(BrokenFacts);
    // The text of 60,000 once, then 2,000 times its last character another one.
    const once = [...writeFacts({ ...LEAST, units: units.slice(0, 1) })].slice(0, -4);
    const at = once.length - (1 + 1 + 3 + 60_001);
    expect(once.slice(at, at + 3)).toEqual([1, 1, 0xe1]);
    const many = Array.from({ length: 2000 }, (_, n) => [1 << 3, 1, 48 + (n % 10)]).flat();
    const bomb = [...once.slice(0, at), ...varintOf(2000 * 80 + 1), ...once.slice(at + 1), ...many, 0, 0, 0, 0];
    expect(() => readFacts(withChecksum(Uint8Array.from(bomb)))).toThrow(/more text/);
  });
});

const varintOf = (value: number): number[] => (value < 128 ? [value] : [(value % 128) | 128, ...varintOf(value >> 7)]);

describe('facts that no event has', () => {
  const nested = (levels: number): ExtensionValue => (levels === 0 ? 'x' : [nested(levels - 1)]);

  test('half a surrogate pair and a value nested too deep are refused; 64 levels are not', () => {
    expect(() => writeFacts({ ...aCommissioning, readPoint: 'x\ud800' })).toThrow(BrokenFacts);
    expect(() => writeFacts({ ...aCommissioning, eventTimeMs: 0.5 })).toThrow(BrokenFacts);
    expect(() => writeFacts({ ...aCommissioning, ilmd: [['x', nested(65)]] })).toThrow(BrokenFacts);
    const deep: EventFacts = { ...aCommissioning, ilmd: [['x', nested(64)]] };
    expect(readFacts(writeFacts(deep))).toStrictEqual(deep);
  });
});

describe('what bytes on disk rely on', () => {
  test('every number stands for what it did: nothing but additions at the end', () => {
    const golden = readFileSync(new URL('facts/numbers.txt', VECTORS), 'utf8').trimEnd().split('\n');
    const terms = NUMBERED_TERMS.map((uri, index) => `term ${index + 1} ${uri}`);
    const beginnings = BEGINNINGS.map((text, number) => `beginning ${number} ${text}`.trimEnd());
    expect([...terms, ...beginnings]).toEqual(golden);
  });

  test('every term of the standard vocabularies has a number', () => {
    expect(VOCABULARY.map(({ uri }) => uri).filter((uri) => !NUMBERED_TERMS.includes(uri))).toEqual([]);
    expect(new Set(NUMBERED_TERMS).size).toBe(NUMBERED_TERMS.length);
    expect(new Set(BEGINNINGS).size).toBe(BEGINNINGS.length);
  });

  const golden: { name: string; facts: EventFacts; bytes: string }[] = JSON.parse(
    readFileSync(new URL('facts/facts.json', VECTORS), 'utf8'),
  );
  test.each(golden)('vectors/facts: $name', ({ facts, bytes }) => {
    expect(hex(writeFacts(facts))).toBe(bytes);
    expect(readFacts(Buffer.from(bytes, 'hex'))).toStrictEqual(facts);
  });

  test('the vectors state every member that facts have', () => {
    const stated = new Set(golden.flatMap(({ facts }) => Object.keys(facts)));
    const all = fc.sample(someFacts, { numRuns: 200, seed: 1 }).flatMap((facts) => Object.keys(facts));
    expect([...stated].sort()).toEqual([...new Set(all)].sort());
  });
});

test('an instance commissioned takes at most 90 bytes, twenty packed at most 300', () => {
  expect(writeFacts(aCommissioning).length).toBeLessThanOrEqual(90);
  const child = (n: number) => ({
    code: `https://id.gs1.org/01/06901234567892/21/F20260705-${String(n * 397).padStart(4, '0')}`,
    role: 'child' as const,
    isClass: false,
  });
  const packed: EventFacts = {
    ...aCommissioning,
    type: 'AggregationEvent',
    units: [
      { code: 'https://id.gs1.org/00/069012340000000018', role: 'parent', isClass: false },
      ...Array.from({ length: 20 }, (_, n) => child(n)),
    ],
  };
  expect(writeFacts(packed).length).toBeLessThanOrEqual(300);
});
