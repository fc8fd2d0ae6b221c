/** Every event that a scanner gave is read again from its own text and the context of its document. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocumentScanner, createXmlScanner, ScanFault, type ScannedEvent } from './index.ts';
import { readReceived } from './received.ts';

interface Read {
  readonly events: readonly ScannedEvent[];
  readonly context: unknown;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** undefined where the document is refused. `cut`: bytes a chunk. */
function scan(bytes: Uint8Array, cut: number = bytes.length): Read | undefined {
  const scanner = createXmlScanner();
  const events: ScannedEvent[] = [];
  try {
    for (let at = 0; at < bytes.length; at += cut) events.push(...scanner.push(bytes.subarray(at, at + cut)));
    // As a store has it: a context is kept as JSON.
    return { events, context: JSON.parse(JSON.stringify(scanner.end().context)) };
  } catch (error) {
    if (error instanceof ScanFault) return undefined;
    throw error;
  }
}

/** The same members in the same order, too. */
function expectReadAgain({ events, context }: Read): void {
  for (const { text, value } of events)
    expect(JSON.stringify(readReceived(text, context, 'xml'))).toBe(JSON.stringify(value));
}

function documentsIn(folder: URL): URL[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .map((name) => new URL(name.split('/').map(encodeURIComponent).join('/'), folder));
}

const vectors = documentsIn(new URL('../../../vectors/', import.meta.url));
/** Documents of others, where they lie beside the project; none of them is part of it. */
const published = documentsIn(new URL('../../../../shared/corpora/', import.meta.url));

test.each([...vectors, ...published].map((url) => [url.pathname.split('/').slice(-3).join('/'), url] as const))(
  '%s: every event is read again as it was',
  (_, url) => {
    const read = scan(readFileSync(url));
    if (read === undefined) return;
    const source = sourceOf(readFileSync(url));
    expectReadAgain(read);
    let from = 0;
    for (const { text: given } of read.events) {
      const text = given.replace(/^<\?suyuan-xmlns .*?\?>/s, '');
      const at = source.indexOf(text, from);
      expect(at).toBeGreaterThanOrEqual(from);
      from = at + text.length;
    }
  },
);

test('most vectors are read', () => {
  expect(vectors.filter((url) => (scan(readFileSync(url))?.events.length ?? 0) > 0).length).toBeGreaterThan(25);
});

function sourceOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}

const document = (body: string, { root = '', declaration = '' } = {}): string =>
  `${declaration}<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2" xmlns:ex="urn:a:" ${root}>${body}</e:EPCISDocument>`;
const body = (events: string, list = ''): string => `<EPCISBody><EventList ${list}>${events}</EventList></EPCISBody>`;

function scanned(text: string): Read {
  const read = scan(bytesOf(text));
  if (read === undefined) throw new TypeError('the document is refused');
  return read;
}

describe('the text of an event', () => {
  const events = [
    '<ObjectEvent />',
    '<ObjectEvent\n\ta="&lt;&#x41;>"\r\n>\r\n<!-- <ObjectEvent> --><bizStep >a&amp;b<![CDATA[<]]></bizStep\n></ObjectEvent  >',
    '<ObjectEvent><ex:note>花椒 🌶</ex:note><?ignored <a ?></ObjectEvent>',
    '<ObjectEvent xmlns:ex="urn:b:"><ex:note>other</ex:note><own:x xmlns:own="urn:o">1</own:x></ObjectEvent>',
    '<ObjectEvent xmlns="urn:foreign"><x>1</x></ObjectEvent>',
  ];
  const between = [' ', '<!-- < -->', '\r\n', '', '<?pi <?>'];
  const text = document(
    `${body(events.map((event, i) => `${between[i] ?? ''}${event}`).join(''))}<ex:after xmlns:ex="urn:c:">1</ex:after>`,
  );

  test('is what stood in the document, to the character', () => {
    expect(scanned(text).events.map((event) => event.text)).toEqual(events);
  });

  test('and its value do not depend on where chunks end', () => {
    const whole = scanned(text);
    expectReadAgain(whole);
    const encodings = [bytesOf(text), Buffer.from(`\ufeff${text}`, 'utf16le')];
    fc.assert(
      fc.property(fc.constantFrom(...encodings), fc.integer({ min: 1, max: bytesOf(text).length }), (bytes, cut) => {
        expect(scan(bytes, cut)).toEqual(whole);
      }),
    );
  });

  test('longer than the parser is given at once has every character whole', () => {
    for (const before of ['', ' ']) {
      const long = `<ObjectEvent>${before}<ex:note>${'🌶'.repeat(100_000)}</ex:note></ObjectEvent>`;
      const read = scanned(document(body(long)));
      expect(read.events.map((event) => event.text === long)).toEqual([true]);
      expectReadAgain(read);
    }
  });

  test('of any make is read again as it was', () => {
    const prefix = fc.constantFrom('', 'a:', 'b:', 'c:');
    const attribute = fc.constantFrom(
      '',
      ' xmlns:a="urn:1"',
      ' xmlns:b="urn:2"',
      ' xmlns="urn:3"',
      ' xmlns=""',
      ' c:x="&#10;"',
    );
    const content = fc.constantFrom('', 'text', ' ', '\r\n', '&gt;', '<![CDATA[ ]]>', '<!--c-->', '𠮷');
    const { element } = fc.letrec<{ element: string; children: string[] }>((tie) => ({
      element: fc
        .tuple(prefix, fc.constantFrom('x', 'extension', 'readPoint', 'ilmd', 'set'), attribute, tie('children'))
        .map(([p, name, attributes, children]) => `<${p}${name}${attributes}>${children.join('')}</${p}${name}>`),
      children: fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, content, tie('element')), {
        maxLength: 4,
      }),
    }));
    const around = 'xmlns:a="urn:a" xmlns:b="urn:b" xmlns:c="urn:c"';
    fc.assert(
      fc.property(fc.array(element, { maxLength: 4 }), attribute, fc.integer({ min: 1, max: 50 }), (list, own, cut) => {
        const given = bytesOf(document(body(list.join(''), own.replace(/ c:x.*/, '')), { root: around }));
        const read = scan(given, cut);
        expect(read).toBeDefined();
        if (read !== undefined) expectReadAgain(read);
      }),
    );
  });
});

describe('prefixes around events', () => {
  const event = '<ObjectEvent><ex:note>1</ex:note></ObjectEvent>';

  test('are those declared on the list and further out, the inner ones first', () => {
    const { context } = scanned(document(body(event, 'xmlns:ex="urn:list:"')));
    expect(context).toStrictEqual({
      '@context': [expect.any(String), { ex: 'urn:a:', ex2: 'urn:list:' }],
      xmlns: { e: 'urn:epcglobal:epcis:xsd:2', ex: 'urn:list:' },
    });
  });

  test('that differ between the events of one document are told with the event', () => {
    const wrapped = `<extension xmlns:ex="urn:w>?>" xmlns="">${event}</extension>`;
    const read = scanned(
      document(
        `${body(`${event}${wrapped}${event}`)}${body(event, 'xmlns="urn:epcglobal:epcis:xsd:2" xmlns:ex="urn:l"')}`,
      ),
    );
    expect(read.events.map(({ value }) => Object.keys(Object(value))[1])).toEqual([
      'ex:note',
      'ex2:note',
      'ex:note',
      'ex3:note',
    ]);
    expect(read.events.map(({ text }) => text === event)).toEqual([true, false, true, false]);
    expectReadAgain(read);
  });

  test('a default namespace that an event has no more is none for it', () => {
    const note = '<ObjectEvent><note>1</note></ObjectEvent>';
    const read = scanned(
      document(
        `<e:EventList xmlns="urn:foreign"><e:ObjectEvent><note>1</note></e:ObjectEvent></e:EventList>${body(note)}`,
      ),
    );
    expect(read.events.map(({ value }) => Object.keys(Object(value))[1])).toEqual(['ns:note', 'note']);
    expectReadAgain(read);
  });

  test('are not more than a scope may have', () => {
    const many = (from: number, count: number): string =>
      Array.from({ length: count }, (_, i) => `xmlns:p${from + i}="urn:epcglobal:epcis:xsd:1"`).join(' ');
    const text = (count: number): string => document(body(event, many(200, count)), { root: many(0, 200) });
    expect(scan(bytesOf(text(54)))).toBeDefined();
    expect(scan(bytesOf(text(55)))).toBeUndefined();
  });
});

test('XML 1.1, which has other characters and line ends, is read again as such', () => {
  const event = '<ObjectEvent><ex:note>a\u0085b&#1;c</ex:note></ObjectEvent>';
  const read = scanned(document(body(event), { declaration: '<?xml version="1.1"?>' }));
  expect(read.context).toMatchObject({ xml: '1.1' });
  expect(read.events[0]?.value).toMatchObject({ 'ex:note': 'a\nb\u0001c' });
  expectReadAgain(read);
});

test('what an event does not say adds to its length too, up to the bound', () => {
  const refusal = (length: number, cut: number): unknown => {
    const scanner = createXmlScanner({ depthMax: 64, eventBytesMax: 1000, headerBytesMax: 1000 });
    const comment = `<!--${'花'.repeat(30)}-->`;
    const start = '<ObjectEvent>';
    const fill = length - start.length - '</ObjectEvent>'.length;
    const count = Math.floor(fill / bytesOf(comment).length);
    const spaces = ' '.repeat(fill - count * bytesOf(comment).length);
    const bytes = bytesOf(document(body(`${start}${comment.repeat(count)}${spaces}</ObjectEvent>`)));
    try {
      for (let at = 0; at < bytes.length; at += cut) scanner.push(bytes.subarray(at, at + cut));
    } catch (error) {
      if (error instanceof ScanFault) return error.finding.rule;
    }
    return undefined;
  };
  for (const cut of [1, 100_000]) {
    expect(refusal(1000, cut)).toBeUndefined();
    expect(refusal(1001, cut)).toBe('json.too-large');
  }
});

describe('JSON', () => {
  test('is parsed', () => {
    const scanner = createDocumentScanner();
    const [event] = scanner.push(
      bytesOf('{"@context": ["c", {"a": "b"}], "epcisBody": {"eventList": [{"n": 1.50, "a:b": null}]}}'),
    );
    const { context } = scanner.end();
    expect(context).toEqual(['c', { a: 'b' }]);
    expect(readReceived(event?.text ?? '', context, 'json')).toEqual({ n: 1.5, 'a:b': null });
  });

  test('without a context has null', () => {
    const scanner = createDocumentScanner();
    scanner.push(bytesOf('{"epcisBody": {"eventList": []}}'));
    expect(scanner.end().context).toBeNull();
  });
});

test.each(['', 'text', '<a>', '<a></b>', '<x:a/>', '<?suyuan-xmlns {?><a/>'])('%j never passed the scanner', (text) => {
  expect(() => readReceived(text, { '@context': [], xmlns: {} }, 'xml')).toThrow(SyntaxError);
});

test('JSON that is no object never passed it either', () => {
  expect(() => readReceived('12', null, 'json')).toThrow(SyntaxError);
  expect(() => readReceived('{', null, 'json')).toThrow(SyntaxError);
});
