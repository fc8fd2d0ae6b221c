import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeyError } from './key-files.ts';
import { openKeyring } from './keyring.ts';

const SECRET = Buffer.from('secret of a telephone');
const BOTH_LANGUAGES = /\p{Script=Han}.* · .*[a-z]/u;

let root: string;
let dir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'suyuan-keys-'));
  dir = join(root, 'data', 'keys');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function faultOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof KeyError) return error.message;
    throw error;
  }
  return 'none';
}

test('what is sealed opens again, in another program too, and tells nothing of itself', () => {
  const { keyNo, sealed } = openKeyring({ dir }).seal(SECRET, 'totp of 1');
  expect(keyNo).toBe(1);
  expect(sealed).toHaveLength(12 + 16 + SECRET.length);
  expect(sealed.includes(SECRET)).toBe(false);
  expect(openKeyring({ dir }).unseal({ keyNo, sealed }, 'totp of 1').equals(SECRET)).toBe(true);
  expect(openKeyring({ dir }).seal(SECRET, 'totp of 1').sealed.equals(sealed)).toBe(false);
});

test('an empty secret is sealed like any other', () => {
  const keyring = openKeyring({ dir });
  expect(keyring.unseal(keyring.seal(Buffer.alloc(0), 'x'), 'x')).toHaveLength(0);
});

test('it opens about what it was sealed for, unaltered and whole, and nothing else', () => {
  const keyring = openKeyring({ dir });
  const { keyNo, sealed } = keyring.seal(SECRET, 'totp of 1');
  expect(faultOf(() => keyring.unseal({ keyNo, sealed }, 'totp of 2'))).toMatch(BOTH_LANGUAGES);
  for (const place of sealed.keys()) {
    const altered = Buffer.from(sealed);
    altered.writeUInt8(altered.readUInt8(place) ^ 1, place);
    expect(faultOf(() => keyring.unseal({ keyNo, sealed: altered }, 'totp of 1'))).not.toBe('none');
  }
  for (const length of [0, 1, 12, 16, 27, 28, sealed.length - 1]) {
    const cut = sealed.subarray(0, length);
    expect(faultOf(() => keyring.unseal({ keyNo, sealed: cut }, 'totp of 1'))).not.toBe('none');
  }
});

test.runIf(process.platform !== 'win32')('the keys are for the eyes of the program alone, also when copied', () => {
  openKeyring({ dir }).seal(SECRET, 'x');
  const path = join(dir, 'secrets-1.key');
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  chmodSync(path, 0o644);
  openKeyring({ dir }).seal(SECRET, 'x');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a look makes no key', () => {
  expect(openKeyring({ dir }).newestNo).toBeUndefined();
  expect(readdirSync(root)).toEqual([]);
});

test('a database without its keys is told so, and gets none that opens nothing', () => {
  const { keyNo, sealed } = openKeyring({ dir }).seal(SECRET, 'x');
  rmSync(dir, { recursive: true });
  const moved = openKeyring({ dir });
  const fault = faultOf(() => moved.unseal({ keyNo, sealed }, 'x'));
  expect(fault).toMatch(BOTH_LANGUAGES);
  expect(fault).toContain('the database was moved without data/keys');
  expect(moved.newestNo).toBeUndefined();
  moved.seal(SECRET, 'y');
  expect(faultOf(() => moved.unseal({ keyNo, sealed }, 'x'))).toContain('data/keys');
});

test('a program whose keys are taken away makes none under the number of a lost one, and goes on when they are back', () => {
  const keyring = openKeyring({ dir });
  const sealed = keyring.seal(SECRET, 'x');
  renameSync(dir, `${dir}-away`);
  expect(faultOf(() => keyring.seal(SECRET, 'x'))).toContain('key 1 is missing');
  expect(faultOf(() => keyring.subkey('x'))).toContain('key 1 is missing');
  expect(existsSync(dir)).toBe(false);
  renameSync(`${dir}-away`, dir);
  expect(keyring.unseal(sealed, 'x').equals(SECRET)).toBe(true);
  expect(keyring.unseal(keyring.seal(SECRET, 'y'), 'y').equals(SECRET)).toBe(true);
});

test('after a new key the old ones still open what they sealed, until they are dropped', () => {
  const [keyring, other] = [openKeyring({ dir }), openKeyring({ dir })];
  const old = other.seal(SECRET, 'x');
  expect(keyring.addKey()).toBe(2);
  // The other program has been running all the while.
  const young = other.seal(SECRET, 'x');
  expect([young.keyNo, other.newestNo]).toEqual([2, 2]);
  expect(keyring.unseal(old, 'x').equals(SECRET)).toBe(true);
  expect(faultOf(() => keyring.unseal({ ...old, keyNo: 2 }, 'x'))).not.toBe('none');
  keyring.dropKey(1);
  expect(faultOf(() => other.unseal(old, 'x'))).toContain('key 1 is missing');
  expect(other.unseal(young, 'x').equals(SECRET)).toBe(true);
});

test('the newest key and one that is not there cannot be dropped', () => {
  const keyring = openKeyring({ dir });
  keyring.seal(SECRET, 'x');
  expect(faultOf(() => keyring.dropKey(1))).toMatch(BOTH_LANGUAGES);
  expect(faultOf(() => keyring.dropKey(7))).toContain('key 7 is missing');
  expect(keyring.newestNo).toBe(1);
});

test.each(['', 'short', 'A'.repeat(100)])('a damaged key is told of, and not repeated (%#)', (content) => {
  openKeyring({ dir }).seal(SECRET, 'x');
  writeFileSync(join(dir, 'secrets-1.key'), content);
  const fault = faultOf(() => openKeyring({ dir }).seal(SECRET, 'x'));
  expect(fault).toMatch(BOTH_LANGUAGES);
  expect(fault).toContain('key 1 is damaged');
});

test('a directory that cannot be made is told of', () => {
  writeFileSync(join(root, 'data'), 'a file in its place');
  expect(faultOf(() => openKeyring({ dir }).seal(SECRET, 'x'))).toMatch(BOTH_LANGUAGES);
});

test('a subkey is the same each time, another for each purpose and key, and not the key', () => {
  const keyring = openKeyring({ dir });
  const first = keyring.subkey('cookies');
  expect(first).toHaveLength(32);
  expect(keyring.subkey('cookies').equals(first)).toBe(true);
  expect(keyring.subkey('links').equals(first)).toBe(false);
  expect(readFileSync(join(dir, 'secrets-1.key'), 'utf8')).not.toContain(first.toString('base64'));
  keyring.addKey();
  expect(keyring.subkey('cookies').equals(first)).toBe(false);
  expect(keyring.subkey('cookies', 1).equals(first)).toBe(true);
});

test('programs that start at once end with one key, and no draft is left', async () => {
  const module = new URL('keyring.ts', import.meta.url).href;
  // Each waits for the word, so that they go at once.
  const script = `const { openKeyring } = await import(${JSON.stringify(module)});
    const keyring = openKeyring({ dir: ${JSON.stringify(dir)} });
    process.stdout.write('ready ');
    await new Promise((done) => process.stdin.once('data', done));
    const { keyNo, sealed } = keyring.seal(Buffer.from('x'), 'x');
    process.stdout.write(JSON.stringify({ keyNo, sealed: sealed.toString('base64'), subkey: keyring.subkey('x', 1).toString('hex') }));
    process.stdin.destroy();`;
  const programs = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  await Promise.all(programs.map(({ stdout }) => once(stdout, 'readable')));
  const said = programs.map(({ stdout }) => text(stdout));
  for (const { stdin } of programs) stdin.end('go');
  const told = (await Promise.all(said)).map((line) => JSON.parse(line.replace('ready ', '')));
  expect(readdirSync(dir)).toEqual(['secrets-1.key']);
  expect(new Set(told.map(({ subkey }) => subkey)).size).toBe(1);
  for (const { keyNo, sealed } of told) {
    expect(
      openKeyring({ dir })
        .unseal({ keyNo, sealed: Buffer.from(sealed, 'base64') }, 'x')
        .toString(),
    ).toBe('x');
  }
});

const [ONE, TWO] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];

test('keys of a setting seal on each machine alike, and are not changed here', () => {
  const [here, there] = [openKeyring({ keys: `1:${ONE}` }), openKeyring({ keys: `2:${TWO}, 1:${ONE}` })];
  const old = here.seal(SECRET, 'x');
  expect(there.unseal(old, 'x').equals(SECRET)).toBe(true);
  expect(there.seal(SECRET, 'x').keyNo).toBe(2);
  expect(faultOf(() => here.unseal(there.seal(SECRET, 'x'), 'x'))).toContain('key 2 is missing');
  for (const change of [() => there.addKey(), () => there.dropKey(1)]) {
    expect(faultOf(change)).toMatch(BOTH_LANGUAGES);
  }
});

test.each([
  '',
  ONE,
  `1:${ONE},`,
  `0:${ONE}`,
  `1:${ONE},1:${TWO}`,
  `1:${ONE.slice(4)}`,
  `a:${ONE}`,
  `1:${ONE};2:${TWO}`,
])('a setting that is not keys is refused without being repeated (%#)', (keys) => {
  const fault = faultOf(() => openKeyring({ keys }));
  expect(fault).toMatch(BOTH_LANGUAGES);
  expect(fault).not.toContain(ONE.slice(4, 20));
});
