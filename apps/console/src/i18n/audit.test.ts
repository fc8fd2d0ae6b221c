import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditText } from './audit.ts';

/** Read as text: the console imports nothing of the server. */
const SOURCE = '../../../../packages/server/src/modules/identity/audit/occurrence.ts';

test('everything that the server notes has a sentence', () => {
  const source = readFileSync(join(import.meta.dirname, SOURCE), 'utf8');
  const list = /OCCURRENCE_KINDS = \[(.*?)\]/s.exec(source)?.[1] ?? '';
  const kinds = [...list.matchAll(/'([^']+)'/g)].map(([, kind]) => kind);
  expect(kinds).toContain('sign-in.done');
  expect(kinds.filter((kind) => !Object.hasOwn(auditText.zh, `kind.${kind}`))).toEqual([]);
});
