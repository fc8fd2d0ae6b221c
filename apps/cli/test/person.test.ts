/** People by the command line: listed, shut out, let in again, signed out; and a first password that is refused. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeStartedDataDir, removeDataDir, run, runIn } from './program.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = makeStartedDataDir();
}, 60_000);
afterAll(() => removeDataDir(dataDir));

test('a first password that is too weak stops the start with a sentence that names the setting', async () => {
  const { code, stderr } = await runIn({ SUYUAN_DATA: dataDir, SUYUAN_ADMIN_PASSWORD: 'password' }, ['serve']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/SUYUAN_ADMIN_PASSWORD：.*密码.* · .*password/i);
  expect(stderr).not.toMatch(/\n\s+at /);
}, 120_000);

test('somebody who is not there is said to be so; everybody is signed out only where that is said', async () => {
  for (const args of [
    ['disable', 'nobody'],
    ['enable', 'nobody'],
    ['sign-out', 'nobody'],
    ['reset', 'nobody'],
  ]) {
    const { code, stderr } = await run(dataDir, 'person', ...args);
    expect([code, stderr]).toEqual([1, expect.stringContaining('没有此登录名：nobody')]);
  }
  expect((await run(dataDir, 'person', 'sign-out')).code).toBe(2);
  expect((await run(dataDir, 'person', 'sign-out', 'nobody', '--all')).code).toBe(2);
  expect((await run(dataDir, 'person', 'sign-out', '--all')).stdout).toContain('0 sessions ended');
}, 120_000);
