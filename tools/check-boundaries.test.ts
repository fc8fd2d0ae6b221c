import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkBoundaries } from './check-boundaries.ts';

const SERVER = 'packages/server/src';

/** A small house that keeps every rule. */
const KEPT: Readonly<Record<string, string>> = {
  'packages/codes/src/index.ts': "export { parse } from './parse.ts';",
  'packages/codes/src/parse.ts': 'export const parse = 1;',
  'packages/codes/src/parse.test.ts': "import { parse } from './parse.ts';\nexport const again = parse;",
  'packages/epcis/src/index.ts': "import { parse } from '@suyuan/codes';\nexport const event = parse;",
  'packages/api/src/index.ts': "import { event } from '@suyuan/epcis';\nexport const client = event;",
  'apps/public/build.ts': 'export const ensureBuilt = 1;',
  'packages/api/src/public-page/index.ts': "export type { Page } from './page.ts';",
  'packages/api/src/public-page/page.ts': 'export type Page = string;',
  'apps/public/src/view.tsx':
    "import type { Page } from '@suyuan/api/public-page';\nexport const View = (p: Page) => <b>{p}</b>;",
  'apps/cli/src/main.ts':
    "import { ensureBuilt } from '@suyuan/public';\nimport { serve } from '@suyuan/server';\nserve(ensureBuilt);",
  [`${SERVER}/index.ts`]: "export { serve } from './app.ts';",
  [`${SERVER}/app.ts`]: "import { pages } from './modules/publicwindow/index.ts';\nexport const serve = () => pages;",
  [`${SERVER}/platform/db/index.ts`]: 'export const pool = 1;',
  [`${SERVER}/modules/identity/index.ts`]: "export { actor } from './store.ts';",
  [`${SERVER}/modules/identity/store.ts`]:
    "import { pool } from '../../platform/db/index.ts';\nexport const actor = pool;",
  [`${SERVER}/modules/integrity/index.ts`]: 'export const log = 1;',
  [`${SERVER}/modules/events/index.ts`]: "import { actor } from '../identity/index.ts';\nexport const events = actor;",
  [`${SERVER}/modules/trace/index.ts`]: "import { events } from '../events/index.ts';\nexport const trace = events;",
  [`${SERVER}/modules/labels/index.ts`]: 'export const labels = 1;',
  [`${SERVER}/modules/publicwindow/index.ts`]:
    "import type { Page } from '@suyuan/api/public-page';\nexport const pages = (page: Page) => [page];",
  'packages/server/test/insides.test.ts': "import { actor } from '../src/modules/identity/store.ts';\nactor;",
};

const DOORS: Readonly<Record<string, string>> = {
  'packages/codes': '{ ".": "./src/index.ts" }',
  'packages/epcis': '{ ".": "./src/index.ts" }',
  'packages/api': '{ ".": "./src/index.ts", "./public-page": "./src/public-page/index.ts" }',
  'packages/server': '{ ".": "./src/index.ts" }',
  'apps/public': '{ ".": "./build.ts" }',
  'apps/cli': '{}',
};

/** What is planted: the rule it must break, where, and the import. */
const PLANTED: readonly (readonly [string, string, string])[] = [
  ['tier-trace', `${SERVER}/modules/trace/sideways.ts`, '../labels/index.ts'],
  ['tier-identity', `${SERVER}/modules/identity/upward.ts`, '../events/index.ts'],
  ['tier-integrity', `${SERVER}/modules/integrity/upward.ts`, '../identity/index.ts'],
  ['tier-events', `${SERVER}/modules/events/upward.ts`, '../trace/index.ts'],
  ['tier-events', `${SERVER}/modules/events/capture/upward.ts`, '../../publicwindow/index.ts'],
  ['tier-events', `${SERVER}/modules/events/upward.test.ts`, '../trace/index.ts'],
  ['module-door', `${SERVER}/modules/events/deep.ts`, '../identity/store.ts'],
  ['module-door-from-outside', `${SERVER}/deep.ts`, './modules/identity/store.ts'],
  ['platform-knows-no-domain', `${SERVER}/platform/db/upward.ts`, '../../modules/identity/index.ts'],
  ['modules-not-from-the-top', `${SERVER}/modules/trace/upward.ts`, '../../app.ts'],
  ['module-listed', `${SERVER}/modules/unheard/index.ts`, '../identity/index.ts'],
  ['workspace-packages-codes', 'packages/codes/src/upward.ts', '@suyuan/epcis'],
  ['workspace-packages-epcis', 'packages/epcis/src/upward.ts', '@suyuan/api'],
  ['workspace-apps-public', 'apps/public/src/upward.ts', '@suyuan/server'],
  ['package-door', 'apps/cli/src/deep.ts', '../../../packages/server/src/app.ts'],
  ['package-door', 'apps/cli/src/draws.ts', '../../public/src/view.tsx'],
  ['package-door', 'apps/public/src/deep.ts', '../../../packages/api/src/public-page/page.ts'],
  ['packages-not-from-apps', `${SERVER}/pages.ts`, '@suyuan/public'],
  ['packages-not-from-apps', `${SERVER}/modules/publicwindow/loads.ts`, '@suyuan/public'],
  ['packages-not-from-apps', 'packages/server/test/drawn.test.ts', '@suyuan/public'],
  ['packages-not-from-apps', 'packages/api/src/types.ts', '../../../apps/public/src/view.tsx'],
  ['pure', 'packages/epcis/src/reads-files.ts', 'node:fs'],
  ['no-test-in-source', 'packages/codes/src/leans-on-test.ts', './parse.test.ts'],
  ['resolvable', 'packages/codes/src/lost.ts', './nowhere.ts'],
];

let house = '';

function write(path: string, text: string): void {
  const full = join(house, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

beforeEach(() => {
  house = realpathSync(mkdtempSync(join(tmpdir(), 'suyuan-boundaries-')));
  for (const [path, text] of Object.entries(KEPT)) write(path, text);
  mkdirSync(join(house, 'node_modules/@suyuan'), { recursive: true });
  for (const [workspace, doors] of Object.entries(DOORS)) {
    const name = workspace.split('/')[1];
    write(`${workspace}/package.json`, `{ "name": "@suyuan/${name}", "type": "module", "exports": ${doors} }`);
    symlinkSync(join(house, workspace), join(house, `node_modules/@suyuan/${name}`), 'junction');
  }
});

afterEach(() => rmSync(house, { recursive: true, force: true }));

test('a tree that keeps the rules passes', async () => {
  expect(await checkBoundaries(house)).toEqual([]);
});

test.each(PLANTED)('%s is broken by a planted %s importing %s', async (rule, file, target) => {
  write(file, `import * as planted from '${target}';\nexport const found = planted;`);
  const faults = await checkBoundaries(house);
  expect(faults.some((fault) => fault.startsWith(`${rule}: ${file} → `))).toBe(true);
});

test('a package takes no type of an app either, and does not import one while it runs', async () => {
  const file = `${SERVER}/pages.ts`;
  write(file, "import type { View } from '../../../apps/public/src/view.tsx';\nexport type Drawn = typeof View;");
  expect(await checkBoundaries(house)).toContain(`packages-not-from-apps: ${file} → apps/public/src/view.tsx`);
  write(file, "export const pages = () => import('@suyuan/public');");
  expect(await checkBoundaries(house)).toContain(`packages-not-from-apps: ${file} → apps/public/build.ts`);
});

test('an upward import counts when it is of a type, and when it is dynamic', async () => {
  const file = `${SERVER}/modules/events/upward.ts`;
  write(file, "import type { trace } from '../trace/index.ts';\nexport type Trace = typeof trace;");
  expect((await checkBoundaries(house))[0]).toContain(`tier-events: ${file}`);
  write(file, "export const trace = () => import('../trace/index.ts');");
  expect((await checkBoundaries(house))[0]).toContain(`tier-events: ${file}`);
});

test('a cycle counts, also when it is of types only', async () => {
  write('packages/codes/src/parse.ts', "import type { Round } from './round.ts';\nexport const parse: Round = 1;");
  write('packages/codes/src/round.ts', "import type { parse } from './parse.ts';\nexport type Round = typeof parse;");
  expect((await checkBoundaries(house)).map((fault) => fault.split(':')[0])).toEqual(['no-cycle']);
});

test('a cruise that reads nothing fails in every workspace', async () => {
  const faults = await checkBoundaries(house, { exclude: '[.]tsx?$' });
  expect(faults.filter((fault) => fault.startsWith('unread: '))).toHaveLength(Object.keys(DOORS).length);
});

test('a workspace without files fails, and so does one in whose files no import is found', async () => {
  write('apps/console/package.json', '{}');
  expect(await checkBoundaries(house)).toEqual(['unread: apps/console: 0 of 0 files, there are none']);
  write('apps/console/src/main.tsx', 'export const main = 1;');
  expect(await checkBoundaries(house)).toEqual(['unread: apps/console: 0 imports in 1 files']);
});
