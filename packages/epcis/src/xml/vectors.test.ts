/** The pairs of `vectors/epcis-xml`: a document in XML and the JSON document that it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentFindings } from '../document.fixture.ts';
import { readXmlDocument } from './read-document.fixture.ts';

const folder = new URL('../../../../vectors/epcis-xml/', import.meta.url);
const read = (name: string): Uint8Array => readFileSync(new URL(name, folder));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => name.slice(0, -'.xml'.length));

test('each document has its other half', () => {
  expect(readdirSync(folder).toSorted()).toEqual(names.flatMap((name) => [`${name}.json`, `${name}.xml`]).toSorted());
});

describe.each(names)('%s', (name) => {
  const expected: unknown = JSON.parse(new TextDecoder().decode(read(`${name}.json`)));

  test('is read as the JSON beside it', () => {
    expect(readXmlDocument(read(`${name}.xml`))).toStrictEqual(expected);
  });

  // One byte a chunk cuts every tag, and every character that takes more than one.
  test.each([1, 7])('also in chunks of %d bytes', (cut) => {
    expect(readXmlDocument(read(`${name}.xml`), cut)).toStrictEqual(expected);
  });

  test('has no fault in either half', () => {
    expect(documentFindings(read(`${name}.xml`))).toEqual([]);
    expect(documentFindings(read(`${name}.json`))).toEqual([]);
  });
});
