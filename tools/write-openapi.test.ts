import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './repository.ts';
import { openapiReference, staleReference } from './write-openapi.ts';

const root = mkdtempSync(join(tmpdir(), 'suyuan-openapi-'));
let texts: ReadonlyMap<string, string>;

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

beforeAll(async () => {
  texts = await openapiReference();
});
afterAll(() => rmSync(root, { recursive: true }));

test('docs/reference has what the server says of itself', () => {
  expect([...texts.keys()]).toEqual(['docs/reference/openapi-v1.json', 'docs/reference/openapi-epcis.json']);
  expect(staleReference(ROOT, texts)).toEqual([]);
});

test('a route that changed, and a file that is not there, are told by the name of the file', () => {
  for (const [file, text] of texts) write(file, text);
  expect(staleReference(root, texts)).toEqual([]);
  for (const [file, text] of texts) {
    write(file, text.replace('"get":', '"delete":'));
    expect(staleReference(root, texts)).toEqual([`${file}: not what node tools/write-openapi.ts writes`]);
    rmSync(join(root, file));
    expect(staleReference(root, texts)).toEqual([`${file}: not what node tools/write-openapi.ts writes`]);
    write(file, text);
  }
});

test('the description is the same every time it is written', async () => {
  expect([...(await openapiReference())]).toEqual([...texts]);
});
