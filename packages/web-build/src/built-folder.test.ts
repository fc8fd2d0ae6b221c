import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BuiltWorkspace, builtFolder, makeFolder } from './built-folder.ts';

let root: string;
let workspace: BuiltWorkspace;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'suyuan-built-'));
  workspace = { program: join(root, 'build.ts'), sources: ['index.html'] };
  mkdirSync(join(root, 'src'));
  for (const file of ['build.ts', 'package.json', 'index.html', 'src/main.ts']) writeFileSync(join(root, file), '');
});
afterEach(() => rmSync(root, { recursive: true }));

/** A build that writes `text`. */
const writing = (text: string) => async (making: string) => {
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, 'out.txt'), text);
};

test('builds once, and again in another folder when a source changed', async () => {
  const first = await makeFolder(workspace, writing('first'));
  expect(await makeFolder(workspace, writing('not asked'))).toBe(first);
  expect(readFileSync(join(first, 'out.txt'), 'utf8')).toBe('first');
  const folders = new Set([first]);
  for (const file of ['build.ts', 'package.json', 'index.html', 'src/main.ts']) {
    writeFileSync(join(root, file), 'changed');
    folders.add(await makeFolder(workspace, writing(file)));
  }
  expect(folders.size).toBe(5);
});

test('a test is no source', async () => {
  const first = await makeFolder(workspace, writing('first'));
  writeFileSync(join(root, 'src/main.test.ts'), 'changed');
  expect(await builtFolder(workspace)).toBe(first);
});

test('a build that fails leaves no folder behind that would be taken for a whole one', async () => {
  const fails = makeFolder(workspace, async (making) => {
    await writing('half')(making);
    throw new Error('half way');
  });
  await expect(fails).rejects.toThrow('half way');
  expect(readFileSync(join(await makeFolder(workspace, writing('whole')), 'out.txt'), 'utf8')).toBe('whole');
});

test('builds of days before are removed, one of today stays for who serves it', async () => {
  const young = await makeFolder(workspace, writing('young'));
  const old = join(root, 'dist/old');
  await writing('old')(old);
  utimesSync(old, 0, 0);
  writeFileSync(join(root, 'src/main.ts'), 'changed');
  await makeFolder(workspace, writing('new'));
  expect([existsSync(young), existsSync(old)]).toEqual([true, false]);
});

test('runs the program where the folder is missing, told to build for production', async () => {
  const built = join(root, 'said.txt');
  writeFileSync(
    workspace.program,
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(built)}, String(process.env.NODE_ENV));\n`,
  );
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  await builtFolder(workspace);
  expect(readFileSync(built, 'utf8')).toBe('production');
});
