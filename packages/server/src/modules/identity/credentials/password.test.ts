import { argon2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

const PASSWORD = '稻花香里说丰年 Ünïcode';

/** A PHC string at any cost, made without the code under test. */
function phcOf(
  password: string,
  given: { m?: number; t?: number; p?: number; salt?: number; tag?: number } = {},
): string {
  const { m = 19_456, t = 2, p = 1, salt = 16, tag = 32 } = given;
  const nonce = Buffer.alloc(salt, 7);
  const made = argon2Sync('argon2id', {
    message: password,
    nonce,
    memory: m,
    passes: t,
    parallelism: p,
    tagLength: tag,
  });
  const [a, b] = [nonce, made].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=${m},t=${t},p=${p}$${a}$${b}`;
}

test("what is kept is a PHC string of today's cost with a salt of its own", async () => {
  const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword(one, PASSWORD)).toEqual({ right: true, outdated: false });
});

test('a password is right as it was typed and no other way', async () => {
  const kept = phcOf(PASSWORD);
  expect(await verifyPassword(kept, PASSWORD)).toEqual({ right: true, outdated: false });
  for (const other of ['', PASSWORD.toUpperCase(), `${PASSWORD} `, PASSWORD.slice(0, -1), PASSWORD.normalize('NFD')]) {
    expect(await verifyPassword(kept, other)).toEqual({ right: false, outdated: false });
  }
});

test('each of the characters counts, up to the last of 128', async () => {
  const long = '稻'.repeat(127);
  const kept = await hashPassword(`${long}a`);
  expect((await verifyPassword(kept, `${long}a`)).right).toBe(true);
  expect((await verifyPassword(kept, `${long}b`)).right).toBe(false);
  expect((await verifyPassword(kept, 'x'.repeat(1_000_000))).right).toBe(false);
});

test.each([{ m: 8192 }, { t: 3 }, { p: 2 }, { m: 47_104, t: 1 }, { salt: 8 }, { tag: 16 }])(
  'a password kept at the cost %j is right and to be hashed anew',
  async (cost) => {
    expect(await verifyPassword(phcOf(PASSWORD, cost), PASSWORD)).toEqual({ right: true, outdated: true });
    expect(await verifyPassword(phcOf(PASSWORD, cost), 'other')).toEqual({ right: false, outdated: false });
  },
);

test('nobody is let in without a password that was kept', async () => {
  for (const nothing of [undefined, '', 'x', phcOf('').slice(0, -1)]) {
    for (const typed of ['', PASSWORD]) expect((await verifyPassword(nothing, typed)).right).toBe(false);
  }
});

const [, , , , SALT = '', TAG = ''] = phcOf(PASSWORD).split('$');

test.each([
  `$argon2id$v=19$m=4194304,t=2,p=1$${SALT}$${TAG}`,
  `$argon2id$v=19$m=999999999,t=2,p=1$${SALT}$${TAG}`,
  `$argon2id$v=19$m=19456,t=999999,p=1$${SALT}$${TAG}`,
  `$argon2id$v=19$m=65536,t=2,p=8000$${SALT}$${TAG}`,
  `$argon2id$v=19$m=7,t=2,p=1$${SALT}$${TAG}`,
  `$argon2id$v=19$m=19456,t=0,p=1$${SALT}$${TAG}`,
  `$argon2id$v=16$m=19456,t=2,p=1$${SALT}$${TAG}`,
  `$argon2i$v=19$m=19456,t=2,p=1$${SALT}$${TAG}`,
  `$argon2id$v=19$m=19456,t=2,p=1$${SALT}$AA`,
  `$argon2id$v=19$m=19456,t=2,p=1$AA$${TAG}`,
  `$argon2id$v=19$m=19456,t=2,p=1$${SALT}$${TAG}\n`,
  `$argon2id$v=19$m=19456,t=2,p=1$${SALT}$${'A'.repeat(100_000)}`,
])('a row that asks for too much, or is none of ours, lets nobody in (%#)', async (row) => {
  expect(await verifyPassword(row, PASSWORD)).toEqual({ right: false, outdated: false });
});

test('more sign-ins at once than can wait are told to come again, and those who wait are served', async () => {
  const kept = await hashPassword(PASSWORD);
  const answers = await Promise.allSettled(Array.from({ length: 60 }, () => verifyPassword(kept, PASSWORD)));
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused.length).toBeGreaterThanOrEqual(8);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'server.busy', status: 503 });
  const served = answers.filter((answer) => answer.status === 'fulfilled');
  expect(served.length).toBeGreaterThan(0);
  for (const { value } of served) expect(value.right).toBe(true);
});

test.each([undefined, 'no PHC string'])(
  'whoever is unknown costs the same work and waits the same turn (%s)',
  async (kept) => {
    const answers = await Promise.allSettled(Array.from({ length: 60 }, () => verifyPassword(kept, PASSWORD)));
    expect(answers.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(8);
  },
);
