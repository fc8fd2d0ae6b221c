/** The documents of `vectors/documents`, which any implementation can be held against. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentFindings } from './document.fixture.ts';
import { finding, RULES } from './findings.ts';

const folder = new URL('../../../vectors/documents/', import.meta.url);
const read = (path: string): Uint8Array => readFileSync(new URL(path, folder));
const namesIn = (path: string): string[] =>
  readdirSync(new URL(path, folder)).filter((file) => /\.(json|xml)$/.test(file) && !file.endsWith('.findings.json'));

const valid = namesIn('valid/');
const invalid = namesIn('invalid/');

test.each(valid)('valid/%s has no fault', (name) => {
  expect(documentFindings(read(`valid/${name}`))).toEqual([]);
});

test.each(invalid)('invalid/%s has the findings beside it', (name) => {
  const expected: unknown = JSON.parse(
    new TextDecoder().decode(read(`invalid/${name.replace(/\.\w+$/, '')}.findings.json`)),
  );
  const found = documentFindings(read(`invalid/${name}`)).map(({ message: _, ...rest }) => rest);
  expect(found.length).toBeGreaterThan(0);
  expect(found).toEqual(expected);
});

test('every rule is broken by a vector, save those that take megabytes, and that of personal data, which a header asks for', () => {
  const broken = invalid.flatMap((name) => documentFindings(read(`invalid/${name}`))).map(({ rule }) => rule);
  const large = ['json.too-large', 'json.too-many-values', 'xml.elements', 'event.too-many-epcs'];
  const asked = ['event.personal-data'];
  expect([...new Set(broken), ...large, ...asked].toSorted()).toEqual(Object.keys(RULES).toSorted());
});

test('no sentence of a finding has a gap', () => {
  for (const name of invalid) {
    for (const { rule, message } of documentFindings(read(`invalid/${name}`))) {
      expect(message.en, rule).not.toMatch(/ {2}|[{}]\w|undefined|\[object/);
      expect(message.zh, rule).not.toMatch(/ {2}|undefined|\[object/);
    }
  }
  expect(finding({ rule: 'json.too-large', pointer: '', params: { what: 'It', max: 1 } }).message.en).toMatch(/^It is/);
});
