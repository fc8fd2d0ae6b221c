import { expect, test } from 'vitest';
import { type House, houseFaults } from './check-house.ts';

const TRACE = 'packages/server/src/modules/trace';

const KEPT: Readonly<Record<string, string>> = {
  [`${TRACE}/README.md`]: '# trace\n',
  [`${TRACE}/index.ts`]: "export { walk } from './walk.ts';\n",
  [`${TRACE}/store-touch.ts`]: 'await db.query(`select 1`);\n',
  'docs/decisions/README.md': '- [0000](0000-template.md)\n- [0001](0001-first.md)\n',
  'docs/decisions/0000-template.md': '# NNNN Title\n',
  'docs/decisions/0001-first.md': '# 0001 First\n',
  'docs/glossary.md': '| 触点 | touch | `walk`, `modules/trace` | `events.touch` | an index |\n',
  'packages/server/migrations/0001-events.sql': 'create table events.touch ();\n',
  'package-lock.json': '"resolved": "packages/api"',
};

const house = (changed: Readonly<Record<string, string>>): House => new Map(Object.entries({ ...KEPT, ...changed }));

test('a tree that keeps the rules has no fault', () => {
  expect(houseFaults(house({}))).toEqual([]);
});

test.each([
  ['a file of 401 lines', `${TRACE}/walk.ts`, 'x;\n'.repeat(401), '401 lines'],
  ['something unfinished', `${TRACE}/walk.ts`, `// ${'TO' + 'DO'}: later`, 'unfinished'],
  ['a test left out', `${TRACE}/walk.test.ts`, `test.${'skip'}('walks', () => {});`, 'left out'],
  ['a path of one machine', 'CONTRIBUTING.md', `see /${'home'}/ming/suyuan`, 'one machine'],
  ['SQL outside the store', `${TRACE}/walk.ts`, 'await db.query(`select 1`);', 'SQL outside'],
  ['a connection of its own', `${TRACE}/walk.ts`, `import pg from ${"'pg'"};`, 'beside ctx.read'],
  ['a pool made outside', 'apps/cli/src/main.ts', 'const pool = createPool(connection);', 'beside ctx.read'],
  ['a module without its page', 'packages/server/src/modules/events/index.ts', '', 'events/README.md'],
  ['a module without its door', 'packages/server/src/modules/events/README.md', '', 'events/index.ts'],
  ['a decision out of the index', 'docs/decisions/0002-second.md', '# 0002 Second', 'not in docs/decisions'],
  ['a gap in the numbers', 'docs/decisions/0003-third.md', '# 0003 Third', 'without gap'],
  ['a decision with a wrong number', 'docs/decisions/0001-first.md', '# 0007 First', '"# 0001 "'],
  ['a long decision', 'docs/decisions/0001-first.md', `# 0001 First${'\n-'.repeat(40)}`, '41 lines'],
  ['a code name gone', 'docs/glossary.md', '| 触点 | touch | `ramble` | – | an index |', 'no ramble'],
  ['a table gone', 'docs/glossary.md', '| 触点 | touch | `walk` | `events.tuch` | an index |', 'no tuch'],
  [
    'half-width punctuation in Chinese',
    `${TRACE}/words.ts`,
    "\nconst NONE = '没有记录,请核对';",
    'words.ts:2: half-width',
  ],
  ['a half-width bracket after Chinese', `${TRACE}/words.ts`, "const ROLE = '密钥(角色 {role})无权';", '钥('],
  [
    'a bracket that closes in another width',
    `${TRACE}/words.ts`,
    "const A = '声明（errorDeclaration)';",
    '（errorDeclaration)',
  ],
  ['a half-width colon in a template', `${TRACE}/words.ts`, `const AT = \`位置:\${at}\`;`, '置:'],
  ['half-width punctuation on a Chinese page', 'README.zh-CN.md', '# 溯源\n\n来源可查,去向可追', ':3: half-width'],
  ['a registry in the lock file', 'package-lock.json', '"resolved": "https://example.org/a.tgz"', 'names a registry'],
])('%s is found', (_, path, text, fault) => {
  expect(houseFaults(house({ [path]: text })).join('\n')).toContain(fault);
});

test.each([
  ['full-width punctuation', `${TRACE}/words.ts`, "const NONE = '没有记录（见上），请核对：{path}';"],
  ['a code with a Chinese part', `${TRACE}/words.ts`, "const CODE = 'cn-elevator:京A';"],
  [
    'a comment in English with a Chinese term',
    `${TRACE}/words.ts`,
    "// It's 有机码, the organic code (认证).\nconst A = 'a';",
  ],
  ['the expression of a template', `${TRACE}/words.ts`, `const A = \`共 \${of(names)}件，\${name[lang]}\`;`],
  ['what a test gives to a parser', `${TRACE}/walk.test.ts`, "read('(京)PF(2023)00012');"],
  [
    'code and links on a Chinese page',
    'README.zh-CN.md',
    '用 `postgres://用户:密码@主机` 启动，[决定](docs/a.md)说明原因。',
  ],
])('%s is left alone', (_, path, text) => {
  expect(houseFaults(house({ [path]: text }))).toEqual([]);
});
