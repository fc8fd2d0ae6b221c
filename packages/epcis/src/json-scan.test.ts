import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, LINEAR_MAX } from '../../../tools/growth.fixture.ts';
import { aDocument, anEvent } from './document.fixture.ts';
import { createDocumentScanner, type ScanEnd, type ScannedEvent } from './json-scan.ts';
import { SCAN_LIMITS, ScanFault } from './json-strict.ts';
import type { Finding } from './model.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Scan extends ScanEnd {
  readonly events: readonly ScannedEvent[];
}

function scan(input: string | Uint8Array, limits = SCAN_LIMITS): Scan {
  const scanner = createDocumentScanner(limits);
  const events = scanner.push(typeof input === 'string' ? encode(input) : input);
  return { events, ...scanner.end() };
}

/** Scans in chunks of these sizes, over and over; each chunk's memory is used again for the next, as a socket does. */
function scanInChunks(bytes: Uint8Array, sizes: readonly number[], limits = SCAN_LIMITS): Scan {
  const scanner = createDocumentScanner(limits);
  const events: ScannedEvent[] = [];
  const memory = new Uint8Array(Math.max(...sizes));
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const piece = bytes.subarray(at, at + (sizes[turn % sizes.length] ?? 1));
    memory.fill(0x22);
    memory.set(piece);
    events.push(...scanner.push(memory.subarray(0, piece.length)));
    at += piece.length;
  }
  return { events, ...scanner.end() };
}

function faultOf(read: () => unknown): Finding {
  try {
    read();
  } catch (error) {
    if (error instanceof ScanFault) return error.finding;
    throw error;
  }
  throw new Error('no fault was found');
}

/** What a scan comes to: what it gives out, or the fault it ends in. */
function outcome(read: () => Scan): Scan | Finding {
  try {
    return read();
  } catch (error) {
    if (error instanceof ScanFault) return error.finding;
    throw error;
  }
}

const offsetIn = (found: Finding): number => Number(/byte (\d+)/.exec(found.message.en)?.[1]);

describe('what is handed out', () => {
  test('events with the text they had, to the byte, and the document without them', () => {
    const one = '{ "type" : "ObjectEvent",\n"ex:价" : 1.50e0, "ex:b":"\\u00e9\\/" }';
    const text = ` {"type":"EPCISDocument","epcisBody":{"eventList":[ ${one} ,\t{"a":[]}\n]},"ex:after":{"eventList":[1]}} `;
    const { events, envelope, faults } = scan(text);
    expect(events).toEqual([
      { index: 0, pointer: '/epcisBody/eventList/0', text: one, value: JSON.parse(one), faults: [] },
      { index: 1, pointer: '/epcisBody/eventList/1', text: '{"a":[]}', value: { a: [] }, faults: [] },
    ]);
    expect(envelope).toEqual({ type: 'EPCISDocument', epcisBody: { eventList: [] }, 'ex:after': { eventList: [1] } });
    expect(faults).toEqual([]);
  });

  test('events of a query document', () => {
    const queryResults = { queryName: 'q', resultsBody: { eventList: [anEvent()] } };
    const { events, envelope } = scan(JSON.stringify({ type: 'EPCISQueryDocument', epcisBody: { queryResults } }));
    expect(events.map(({ pointer }) => pointer)).toEqual(['/epcisBody/queryResults/resultsBody/eventList/0']);
    expect(envelope).toHaveProperty('epcisBody.queryResults.resultsBody.eventList', []);
  });

  test('the list under an escaped name', () => {
    expect(scan('{"\\u0065pcisBody":{"event\\u004cist":[{}]}}').events).toHaveLength(1);
  });

  test.each([
    ['a list deeper inside', '{"ex:a":{"epcisBody":{"eventList":[1]}}}'],
    ['a list in a list', '{"epcisBody":[{"eventList":[1]}]}'],
    ['a list in a list, after a list of that name', '{"a":{"eventList":0},"epcisBody":[[1]]}'],
    ['a list under another name', '{"epcisBody":{"eventlist":[1]}}'],
    ['a list beside the body', '{"epcisBody":{},"eventList":[1]}'],
    ['names as values', '{"a":"epcisBody","b":["eventList",[1]]}'],
    ['an object for a list', '{"epcisBody":{"eventList":{"0":1}}}'],
  ])('leaves in the document what is no event list: %s', (_, text) => {
    const { events, envelope } = scan(text);
    expect(events).toEqual([]);
    expect(envelope).toEqual(JSON.parse(text));
  });

  test('entries that are no objects, for validation to refuse', () => {
    const { events } = scan('{"epcisBody":{"eventList":[12 , "a]\\"", [{}],null,true]}}');
    expect(events.map(({ value }) => value)).toEqual([12, 'a]"', [{}], null, true]);
    expect(events[0]?.text).toBe('12');
  });

  test('a byte order mark is passed over, also in pieces', () => {
    const bytes = encode(`\ufeff${JSON.stringify(aDocument([anEvent()]))}`);
    expect(scan(bytes).events).toHaveLength(1);
    expect(scanInChunks(bytes, [1]).events).toHaveLength(1);
  });

  test('half a byte order mark is no UTF-8', () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0x7b, 0x7d);
    expect(faultOf(() => scan(bytes)).rule).toBe('json.utf8');
    expect(faultOf(() => scanInChunks(bytes, [1])).rule).toBe('json.utf8');
  });
});

/** Documents of any shape: events anywhere, members in any order, any white space. */
const documentText = (): fc.Arbitrary<string> =>
  fc
    .record({
      events: fc.array(fc.oneof(fc.constant(anEvent()), fc.jsonValue()), { maxLength: 4 }),
      before: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2, noNullPrototype: true }),
      isQuery: fc.boolean(),
      isContextLast: fc.boolean(),
      indent: fc.constantFrom('', ' ', '\t', '\n  '),
    })
    .map(({ events, before, isQuery, isContextLast, indent }) => {
      const list = { ...before, eventList: events, 'ex:后': before };
      const epcisBody = isQuery ? { queryResults: { resultsBody: list } } : list;
      const { '@context': context, ...members } = aDocument([], { epcisBody });
      const document = isContextLast ? { ...members, '@context': context } : { '@context': context, ...members };
      return JSON.stringify(document, undefined, indent);
    })
    .filter((text) => !text.includes('__proto__'));

describe('on random documents', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 10 });

  test('events and document together are what JSON.parse reads', () => {
    fc.assert(
      fc.property(documentText(), (text) => {
        const whole = JSON.parse(text);
        const { events, envelope, faults } = scan(text);
        const list: unknown[] = whole.epcisBody.eventList ?? whole.epcisBody.queryResults.resultsBody.eventList;
        expect(events.map(({ value }) => value)).toEqual(list);
        expect(events.map((event) => JSON.parse(event.text))).toEqual(list);
        list.length = 0;
        expect(envelope).toEqual(whole);
        expect([...faults, ...events.flatMap((event) => event.faults)]).toEqual([]);
      }),
    );
  });

  test('it does not matter where chunks are cut', () => {
    fc.assert(
      fc.property(documentText(), sizes, (text, chunks) => {
        expect(scanInChunks(encode(text), chunks)).toEqual(scan(text));
      }),
    );
  });

  test('a damaged document is refused exactly when it is no JSON, wherever chunks are cut', () => {
    const damage = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 3 }),
      put: fc.uint8Array({ maxLength: 3 }),
      sizes,
    });
    fc.assert(
      fc.property(documentText(), damage, (text, { at, remove, put, sizes: chunks }) => {
        const bytes = encode(text);
        const from = at % bytes.length;
        const damaged = Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + remove)]);
        const whole = outcome(() => scan(damaged));
        expect('rule' in whole).toBe(!isJson(damaged));
        const inChunks = outcome(() => scanInChunks(damaged, chunks));
        expect('rule' in inChunks).toBe('rule' in whole);
        if ('rule' in whole) expect(inChunks).toHaveProperty('pointer', whole.pointer);
        else expect(inChunks).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  test('a document cut short says so, at its end', () => {
    fc.assert(
      fc.property(documentText(), fc.nat(), (text, at) => {
        const bytes = encode(text).subarray(0, at % encode(text).length);
        const found = faultOf(() => scan(bytes));
        expect(found.rule).toBe('json.truncated');
        expect(offsetIn(found)).toBeLessThanOrEqual(bytes.length);
        expect(offsetIn(found)).toBeGreaterThan(bytes.length - 4);
      }),
    );
  });
});

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

const documentWith = (event: string): string => JSON.stringify(aDocument([anEvent(), '@'])).replace('"@"', () => event);

describe('what makes a document no JSON', () => {
  test.each([
    ['a comma too many', '{},', 'json.syntax', '/epcisBody/eventList/2'],
    ['a comma too few', '{}{}', 'json.syntax', '/epcisBody/eventList/2'],
    ['a bracket of the other kind', '{"a":1]', 'json.syntax', '/epcisBody/eventList/1'],
    ['a bracket too many', '{}}', 'json.syntax', '/epcisBody/eventList/2'],
    ['no value', '{"ex:a":{"b":}}', 'json.syntax', '/epcisBody/eventList/1/ex:a/b'],
    ['a comma before the end', '{"a":{"b":1,}}', 'json.syntax', '/epcisBody/eventList/1/a'],
    ['a name without quotes', '{"a":[1,{b:1}]}', 'json.syntax', '/epcisBody/eventList/1/a/1'],
    ['an octal number', '{"a":012}', 'json.syntax', '/epcisBody/eventList/1/a'],
    ['an unknown word', '[undefined]', 'json.syntax', '/epcisBody/eventList/1/0'],
    ['an unknown escape', '{"a":"\\x"}', 'json.syntax', '/epcisBody/eventList/1/a'],
    ['a line break in a text', '{"a":"\n"}', 'json.syntax', '/epcisBody/eventList/1/a'],
    ['U+0000 in a text', '{"a":"\u0000"}', 'json.nul', '/epcisBody/eventList/1/a'],
    ['U+0000 in a name', '{"a\u0000":""}', 'json.nul', '/epcisBody/eventList/1'],
  ])('%s', (_, event, rule, pointer) => {
    const found = faultOf(() => scan(documentWith(event)));
    expect(found).toMatchObject({ rule, pointer });
  });

  test('bytes that are no UTF-8, at their place', () => {
    const text = documentWith('{"a":"价?"}');
    const bytes = encode(text);
    const at = bytes.lastIndexOf(0x3f);
    bytes[at] = 0xff;
    const found = faultOf(() => scan(bytes));
    expect(found).toMatchObject({ rule: 'json.utf8', pointer: '/epcisBody/eventList/1', eventIndex: 1 });
    expect(offsetIn(found)).toBe(at);
  });

  test('a character cut in two is the end of the text', () => {
    for (const text of [documentWith('{"a":"价'), '{"ex:a":"价']) {
      const bytes = encode(text).subarray(0, -1);
      const found = faultOf(() => scan(bytes));
      expect(found.rule).toBe('json.truncated');
      expect(offsetIn(found)).toBeLessThanOrEqual(bytes.length);
    }
  });

  test('something after the end', () => {
    const text = JSON.stringify(aDocument([anEvent(), anEvent()]));
    const found = faultOf(() => scan(`${text} {}`));
    expect(found).toMatchObject({ rule: 'json.syntax', pointer: '', value: '"{}"' });
    expect(offsetIn(found)).toBe(encode(text).length + 1);
  });

  test('a fault behind the events has its place in the document, not in what is left of it', () => {
    const text = JSON.stringify(aDocument([anEvent(), anEvent()], { 'ex:a': '@' })).replace('"@"', 'tru');
    const found = faultOf(() => scan(`\ufeff${text}`));
    expect(found).toMatchObject({ rule: 'json.syntax', pointer: '/ex:a' });
    expect(offsetIn(found)).toBe(encode(`\ufeff${text}`).lastIndexOf(0x74));
  });
});

describe('faults that leave an event readable', () => {
  test.each([
    ['a name given twice', '{"a":1,"b":{"c":1,"c":2}}', 'json.duplicate-key', 'b/c'],
    ['a name given twice in two spellings', '{"a":1,"\\u0061":2}', 'json.duplicate-key', 'a'],
    ['__proto__', '{"ex:a":[{"__proto__":{}}]}', 'json.forbidden-key', 'ex:a/0/__proto__'],
    ['__proto__ given twice', '{"__proto__":1,"__proto__":1}', 'json.forbidden-key', '__proto__'],
    ['__proto__ escaped', '{"\\u005F_proto__":{}}', 'json.forbidden-key', '__proto__'],
    ['U+0000', '{"a":"\\u0000"}', 'json.nul', 'a'],
    ['U+0000 in a name', '{"a\\u0000":1}', 'json.nul', 'a\ufffd'],
    ['the first half of a pair', '{"a":"\\uD83D"}', 'json.lone-surrogate', 'a'],
    ['the second half of a pair', '{"a":["\\ude00\\ud83d"]}', 'json.lone-surrogate', 'a/0'],
  ])('%s', (_, event, rule, path) => {
    const { events, faults } = scan(documentWith(event));
    expect(events[0]?.faults).toEqual([]);
    expect(events[1]?.faults[0]).toMatchObject({ rule, eventIndex: 1, pointer: `/epcisBody/eventList/1/${path}` });
    expect(faults).toEqual([]);
  });

  test.each([
    ['a pair in two escapes', '{"a":"\\ud83d\\ude00"}'],
    ['escapes that are escaped', '{"a":"\\\\u0000 \\\\ud800"}'],
    ['colons in texts', '{"a:":"b:\\":","c":[":"]}'],
    ['one name in two objects', '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}'],
    ['the empty name', '{"":1}'],
    ['constructor', '{"constructor":{"prototype":1}}'],
  ])('not among them: %s', (_, event) => {
    const { events } = scan(documentWith(event));
    expect(events[1]?.faults).toEqual([]);
  });

  test('they stand at the document where they are around its events', () => {
    const text = JSON.stringify(aDocument([anEvent()]));
    const { events, faults } = scan(`{"epcisBody":{"eventList":[{},{}]},${text.slice(1)}`);
    expect(events.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(faults).toMatchObject([{ rule: 'json.duplicate-key', pointer: '/epcisBody' }]);
    expect(faults[0]).not.toHaveProperty('eventIndex');
  });

  test('a fault of grammar is found behind more faults than are listed', () => {
    const names = '"a":1,'.repeat(100);
    expect(faultOf(() => scan(documentWith(`{${names}"b":x}`))).pointer).toBe('/epcisBody/eventList/1/b');
  });

  test('as many as a person reads', () => {
    const { events } = scan(documentWith(`{${'"a":1,'.repeat(1000)}"b":1}`));
    expect(events[1]?.faults).toHaveLength(20);
  });
});

describe('an event with two IDs', () => {
  const hash = `ni:///sha-256;${'0a'.repeat(32)}?ver=CBV2.0`;
  const twice = (first: string, second: string): readonly Finding[] =>
    scan(documentWith(`{"eventID":"${first}","ex:a":"x","eventID":"${second}"}`)).events[1]?.faults ?? [];

  test('has the one that comes after its hash ID, as in a published example', () => {
    expect(twice(hash, 'urn:uuid:fd338495-0e6d-41dd-afee-a862ecd32518')).toEqual([]);
  });

  test.each([
    ['two of its own', 'urn:a:1', 'urn:a:2'],
    ['the hash ID last', 'urn:a:1', hash],
    ['two hash IDs', hash, hash.replace('0a', '0b')],
    ['a broken hash ID', hash.replace('0a', '0'), 'urn:a:1'],
  ])('is in doubt with %s', (_, first, second) => {
    expect(twice(first, second)).toMatchObject([{ rule: 'json.duplicate-key' }]);
  });

  test('is in doubt when the two are not its own but those of a part', () => {
    const { events } = scan(documentWith(`{"ex:a":{"eventID":"${hash}","eventID":"urn:a:1"}}`));
    expect(events[1]?.faults).toHaveLength(1);
  });
});

describe('sizes', () => {
  test('nesting is bounded from the root of the document', () => {
    const nested = (levels: number): string => documentWith('['.repeat(levels) + ']'.repeat(levels));
    expect(scan(nested(61)).events).toHaveLength(2);
    expect(faultOf(() => scan(nested(62)))).toMatchObject({ rule: 'json.depth', eventIndex: 1 });
  });

  test.each([
    ['in an event', documentWith('{"a":'.repeat(1_000_000))],
    ['around events', `{"a":${'['.repeat(1_000_000)}`],
    ['with nothing else', '['.repeat(1_000_000)],
  ])('nesting a million deep is refused: %s', (_, text) => {
    expect(faultOf(() => scan(text)).rule).toBe('json.depth');
    expect(faultOf(() => scanInChunks(encode(text), [65_536])).rule).toBe('json.depth');
    // At once, whatever comes after it.
    expect(faultOf(() => createDocumentScanner().push(encode(text))).rule).toBe('json.depth');
  });

  const small = { depthMax: 64, eventBytesMax: 1000, headerBytesMax: 1000 };

  test('an event is refused as soon as it is too large, before its end', () => {
    const scanner = createDocumentScanner(small);
    scanner.push(encode('{"epcisBody":{"eventList":[{"a":"'));
    expect(scanner.push(new Uint8Array(900).fill(0x78))).toEqual([]);
    const found = faultOf(() => scanner.push(new Uint8Array(900).fill(0x78)));
    expect(found).toMatchObject({ rule: 'json.too-large', pointer: '/epcisBody/eventList/0', eventIndex: 0 });
  });

  test('an event of more values than one may have is refused before its end', () => {
    const scanner = createDocumentScanner();
    scanner.push(encode('{"epcisBody":{"eventList":[{},{"a":["a,b",'));
    const million = encode('{},'.repeat(1_000_000));
    expect(scanner.push(million.subarray(0, -30))).toEqual([]);
    expect(faultOf(() => scanner.push(million))).toMatchObject({
      rule: 'json.too-many-values',
      pointer: '/epcisBody/eventList/1',
      eventIndex: 1,
    });
  });

  test('so is what stands around the events', () => {
    expect(faultOf(() => scan(`{"a":"${'x'.repeat(1000)}"}`, small))).toMatchObject({ rule: 'json.too-large' });
  });

  test('what is kept of a document of any length is within the bounds', () => {
    const event = `${JSON.stringify(anEvent())} ,`;
    const events = encode(event.repeat(10_000));
    const scanner = createDocumentScanner(small);
    scanner.push(encode('{"epcisBody":{"eventList":['));
    let count = 0;
    for (let turn = 0; turn < 10; turn += 1) count += scanner.push(events).length;
    count += scanner.push(encode(`${event.slice(0, -1)}]}}`)).length;
    expect(count).toBe(100_001);
    expect(scanner.end().envelope).toEqual({ epcisBody: { eventList: [] } });
  });

  test('an event in chunks of one byte costs time in proportion to its length', () => {
    const bytesOf = (size: number): Uint8Array =>
      encode(documentWith(JSON.stringify(anEvent('ObjectEvent', { 'ex:a': 'x'.repeat(size) }))));
    expect(scanInChunks(bytesOf(100_000), [1]).events).toHaveLength(2);
    // Copying the beginning anew for every chunk would make it 16.
    expect(growth((size) => scanInChunks(bytesOf(size), [1]), 100_000)).toBeLessThan(LINEAR_MAX);
  });
});
