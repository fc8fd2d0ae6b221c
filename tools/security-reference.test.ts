/** What docs/reference/security.md says is held against the repository, as far as a machine can. */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder, ROOT } from './repository.ts';

const PAGE = readFileSync(join(ROOT, 'docs/reference/security.md'), 'utf8');
/** Of an installation, not of the repository. */
const OF_INSTALLATIONS = ['data/database.json', 'sbom.json'];

test('every file that it names is there', () => {
  const files = filesUnder(ROOT).map((path) => `/${relative(ROOT, path).split(sep).join('/')}`);
  const named = [...PAGE.matchAll(/`([\w./-]+\.(?:tsx?|md|json|sql))`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(100);
  const missing = named.filter((name) => !files.some((file) => file.endsWith(`/${name}`)));
  expect(missing.filter((name) => !OF_INSTALLATIONS.includes(name))).toEqual([]);
});

test('what is partly or not met has its reason', () => {
  const [page = ''] = PAGE.split('\n## 5. ');
  const rows = [...page.matchAll(/^\| (\d+\.\d+)\S*[^|]*\|.*\| (?:partly|not met) \|$/gm)].map(([, no = '']) => no);
  expect(rows.length).toBeGreaterThan(20);
  const reasons = [...PAGE.matchAll(/^- ((?:\d+\.[\d.]+(?:, )?)+):/gm)].map(([, list = '']) => list).join(' ');
  expect(rows.filter((no) => !reasons.includes(no))).toEqual([]);
});
