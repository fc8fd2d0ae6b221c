import { expect, test } from 'vitest';
import { expand, extendContext, qualify, readContext, STANDARD_CONTEXT } from './context.ts';

const GS1_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

test('knows the prefixes of the standard whatever the document says', () => {
  const context = readContext(GS1_CONTEXT);
  expect(expand(context, 'cbv:BizStep-shipping')).toBe('https://ref.gs1.org/cbv/BizStep-shipping');
  expect(expand(context, 'cbvmda:lotNumber')).toBe('urn:epcglobal:cbv:mda:lotNumber');
  expect(expand(readContext(undefined), 'gs1:Temperature')).toBe('https://gs1.org/voc/Temperature');
});

test('does not let a document give a standard prefix another meaning', () => {
  const context = readContext([GS1_CONTEXT, { cbv: 'https://evil.example/' }]);
  expect(expand(context, 'cbv:BizStep-shipping')).toBe('https://ref.gs1.org/cbv/BizStep-shipping');
});

test('expands by every map of the array, by terms with @id and by @vocab', () => {
  const context = readContext([
    GS1_CONTEXT,
    { dairy: 'https://example.cn/dairy#', fat: { '@id': 'dairy:fatPercent', '@type': 'xsd:decimal' } },
    { farm: { '@id': 'https://example.cn/farm/', '@prefix': true }, '@vocab': 'https://example.cn/words/' },
  ]);
  expect(expand(context, 'dairy:grade')).toBe('https://example.cn/dairy#grade');
  expect(expand(context, 'farm:barn')).toBe('https://example.cn/farm/barn');
  expect(expand(context, 'fat')).toBe('https://example.cn/dairy#fatPercent');
  expect(expand(context, 'grade')).toBe('https://example.cn/words/grade');
});

test('leaves full URIs, unknown prefixes and unknown words as they are', () => {
  const context = readContext([GS1_CONTEXT, { http: 'https://trap.example/', dairy: 'https://example.cn/dairy#' }]);
  for (const text of ['http://example.com/x', 'urn:epc:id:sgtin:1.2.3', 'other:thing', 'shipping', '']) {
    expect(expand(context, text)).toBe(text);
  }
});

test("an event's own context adds to the document's and can take a name away, for that event only", () => {
  const document = readContext([GS1_CONTEXT, { a: 'https://a.example/', b: 'https://b.example/' }]);
  const event = extendContext(document, [{ b: null, c: 'https://c.example/' }]);
  expect(expand(event, 'a:x')).toBe('https://a.example/x');
  expect(expand(event, 'b:x')).toBe('b:x');
  expect(expand(event, 'c:x')).toBe('https://c.example/x');
  expect(expand(document, 'c:x')).toBe('c:x');
  expect(extendContext(document, undefined)).toBe(document);
});

test('a namespace written with a prefix is resolved whichever stands first', () => {
  expect(expand(readContext([{ x: 'y:x/' }, { y: 'https://y.example/' }]), 'x:z')).toBe('https://y.example/x/z');
});

test('survives contexts that are none', () => {
  for (const raw of [null, 7, true, [], [null, 7, [['x']]], { x: 7, y: { '@id': 7 }, '@version': 1.1 }]) {
    expect(readContext(raw).names.size).toBe(STANDARD_CONTEXT.names.size);
  }
  const hostile: unknown = JSON.parse('{"__proto__": "https://p.example/", "constructor": "https://c.example/"}');
  expect(expand(readContext(hostile), '__proto__:x')).toBe('https://p.example/x');
  expect(expand(STANDARD_CONTEXT, 'constructor')).toBe('constructor');
});

test('splits a key where its writer did, and a full URI at the namespace the context knows', () => {
  const context = readContext([{ ex: 'https://example.cn/ns', term: 'https://example.cn/vocabulary#word' }]);
  expect(qualify(context, 'ex:field')).toEqual({ namespace: 'https://example.cn/ns', local: 'field' });
  expect(qualify(context, 'https://example.cn/nsfield')).toEqual({
    namespace: 'https://example.cn/ns',
    local: 'field',
  });
  expect(qualify(context, 'https://o.example/a#b')).toEqual({ namespace: 'https://o.example/a#', local: 'b' });
  expect(qualify(context, 'term')).toEqual({ namespace: 'https://example.cn/vocabulary#', local: 'word' });
  expect(qualify(context, 'plain')).toEqual({ namespace: '', local: 'plain' });
});
