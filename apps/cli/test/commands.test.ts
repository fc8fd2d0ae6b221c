/** The command line as a person and a script use it, on a local installation that does not run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withJoinedDatabase } from '../src/with-database.ts';
import { makeDataDir, makeStartedDataDir, removeDataDir, run, runIn, startProgram } from './program.ts';

let dataDir: string;
let folder: string;
beforeAll(async () => {
  dataDir = makeStartedDataDir();
  folder = join(dataDir, 'documents');
  mkdirSync(join(folder, 'inner'), { recursive: true });
  writeFileSync(join(folder, 'good.json'), document('ADD'));
  writeFileSync(join(folder, 'inner/bad.jsonld'), document('SOMETIMES'));
  writeFileSync(join(folder, 'note.txt'), 'not a document');
}, 60_000);
afterAll(() => removeDataDir(dataDir));

/** A port that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const PRODUCTS = {
  type: 'urn:epcglobal:epcis:vtype:EPCClass',
  vocabularyElementList: [
    {
      id: 'https://id.gs1.org/01/10614141073464',
      attributes: [
        { id: 'urn:epcglobal:cbv:mda#descriptionShort', attribute: '红富士苹果' },
        { id: 'https://suyuan.example/ns/descriptionShortEn', attribute: 'Fuji apples' },
      ],
    },
  ],
};

function document(action: string): string {
  const event = {
    type: 'ObjectEvent',
    eventTime: '2026-01-01T00:00:00Z',
    eventTimeZoneOffset: '+08:00',
    action,
    epcList: ['https://id.gs1.org/01/10614141073464/21/CLI'],
    bizStep: 'commissioning',
  };
  return JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-01-01T00:00:00Z',
    epcisHeader: { epcisMasterData: { vocabularyList: [PRODUCTS] } },
    epcisBody: { eventList: [event] },
  });
}

test('code says what a code is without a server, converts it, and refuses a broken one', async () => {
  const told = await run(dataDir, 'code', '6951181105326', '81234560000000000017');
  expect(told.code).toBe(0);
  expect(told.stdout).toContain('https://id.gs1.org/01/06951181105326');
  expect(told.stdout).toContain('[cn-drug]');
  const broken = await run(dataDir, 'code', '6951181105327');
  expect(broken).toMatchObject({ code: 1, stdout: expect.stringContaining('check-digit') });
  const typed = await run(dataDir, 'code', '(01) 06951181105326 (10) L1', 'sc 113 510901 00010', '蒙牛纯牛奶');
  expect(typed).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('https://id.gs1.org/01/06951181105326/10/L1'),
  });
  // The example of GB 11643: refused, and never written to a terminal or its log.
  for (const command of [['code'], ['code', '--json'], ['code', 'convert'], ['trace']]) {
    const person = await run(dataDir, ...command, '440524188001010014');
    expect(person.code).toBe(1);
    expect(person.stdout + person.stderr).not.toContain('440524188001010014');
  }
  const urn = await run(dataDir, 'code', 'convert', '(01)06951181105326(21)S1', '--to', 'urn');
  expect(urn).toMatchObject({ code: 0, stdout: 'urn:epc:id:sgtin:69511811.00532.S1\n' });
  expect((await run(dataDir, 'code', 'convert', '(01)04012345111118', '--to', 'urn')).code).toBe(1);
  const list = await run(dataDir, 'code', 'schemes', '--json');
  expect(list.stdout.trim().split('\n').length).toBeGreaterThan(50);
  expect((await run(dataDir, 'code')).code).toBe(2);
});

test('validate tells good from bad, names the place and the rule, ends with 1', async () => {
  const told = await run(dataDir, 'validate', folder);
  expect(told.code).toBe(1);
  expect(told.stdout).toMatch(/✓ .*good\.json/);
  expect(told.stdout).toMatch(/✗ .*bad\.jsonld\n.*\/epcisBody\/eventList\/0\/action/);
  expect(told.stdout).not.toContain('note.txt');
});

test('capture stores the good, refuses the bad, and again changes nothing; lines of JSON for a program', async () => {
  const first = await run(dataDir, 'capture', folder, '--json');
  expect(first.code).toBe(1);
  const lines = first.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({ capturedCount: 1, errorCount: 0 });
  expect(lines[1].problem.errors[0]).toMatchObject({ pointer: '/epcisBody/eventList/0/action' });
  const again = await run(dataDir, 'capture', join(folder, 'good.json'));
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('known 1') });
});

test('trace tells a person and a program', async () => {
  const told = await run(dataDir, 'trace', 'urn:epc:id:sgtin:0614141.107346.CLI', '--downstream');
  expect(told.code).toBe(0);
  expect(told.stdout).toContain('asked 1\n   0  /01/10614141073464/21/CLI  Fuji apples\n');
  const inChinese = await runIn({ SUYUAN_DATA: dataDir, LC_ALL: 'zh_CN.UTF-8' }, [
    'trace',
    '(01)10614141073464(21)CLI',
  ]);
  expect(inChinese.stdout).toContain('所查 1\n   0  /01/10614141073464/21/CLI  红富士苹果\n');
  const json = JSON.parse((await run(dataDir, 'trace', '(01)10614141073464(21)CLI', '--json')).stdout);
  expect(json).toMatchObject({ direction: 'both', units: [{ role: 'start' }] });
});

test('trace says why a code is none, and that nothing is recorded of a good one', async () => {
  const broken = await run(dataDir, 'trace', '6951181105327');
  expect(broken).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/6951181105327.*check-digit/) });
  const noCode = await run(dataDir, 'trace', 'xyz');
  expect(noCode).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/xyz: no scheme knows it/) });
  const unheld = await run(dataDir, 'trace', '6951181105326');
  expect(unheld).toMatchObject({ code: 0, stdout: 'nothing is recorded of this code\n' });
});

test('verify finds the log whole, and finds what was changed behind its back', async () => {
  expect((await run(dataDir, 'verify')).code).toBe(0);
  const { readConfig } = await import('@suyuan/server');
  await withJoinedDatabase(readConfig({ SUYUAN_DATA: dataDir }), ({ ctx }) =>
    ctx.write((tx) => tx.query("update events.event set biz_step = 'BizStep-shipping'")),
  );
  const told = await run(dataDir, 'verify');
  expect(told.code).toBe(1);
  expect(told.stdout).toMatch(/event-differs .*bizStep/);
});

test('migrate --dry-run lists what a new installation lacks and changes nothing; migrate applies it', async () => {
  const fresh = makeDataDir();
  const told = await run(fresh, 'migrate', '--dry-run');
  expect(told.code).toBe(0);
  expect(told.stdout).toMatch(/^0001-\S+\.sql\n.*migrations to apply\n$/s);
  expect((await run(fresh, 'migrate')).stdout).toBe(
    told.stdout.replace('待执行 · migrations to apply', '已执行 · migrations applied'),
  );
  removeDataDir(fresh);
});

test('demo on an installation that does not run says to start it first, and on which port; the addresses are live then', async () => {
  const fresh = makeDataDir();
  const port = await freePort();
  const told = await runIn({ SUYUAN_DATA: fresh, PORT: String(port) }, ['demo']);
  expect(told.code).toBe(0);
  const start = told.stdout.indexOf('npm start');
  expect(told.stdout.slice(start)).toContain(`port ${port}`);
  const addresses = [...told.stdout.matchAll(/http:\/\/\S+\/\d\d\/\S+/g)];
  expect(addresses.length).toBeGreaterThan(3);
  for (const { index } of addresses) expect(index).toBeGreaterThan(start);
  const program = await startProgram(fresh, { PORT: String(port) });
  try {
    for (const [address] of addresses) expect((await fetch(address)).status).toBe(200);
    const again = await run(fresh, 'demo', '--json');
    expect(again.stdout).toContain(`"address":"${program.url}/01/`);
    expect(again.stdout).not.toContain('npm start');
  } finally {
    await program.end('SIGTERM');
    removeDataDir(fresh);
  }
}, 180_000);

test('key create prints a key and nothing else, beside a running server as well', async () => {
  const program = await startProgram(dataDir);
  try {
    const { stdout } = await run(dataDir, 'key', 'create', '--role', 'query');
    expect(stdout).toMatch(/^sy_[\w-]{43}\n$/);
    const answer = await fetch(`${program.url}/epcis/events`, {
      headers: { authorization: `Bearer ${stdout.trim()}` },
    });
    expect(answer.status).toBe(200);

    // Rotated: the new one alone on standard output, until when the old one is good beside it.
    const listed = await run(dataDir, 'key', 'list', '--json');
    const keys = listed.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { id } = keys.find(({ secretEnd }) => secretEnd === stdout.trim().slice(-4));
    const rotated = await run(dataDir, 'key', 'rotate', id, '--overlap', '12h');
    expect(rotated).toMatchObject({
      stdout: expect.stringMatching(/^sy_[\w-]{43}\n$/),
      stderr: expect.stringMatching(/旧密钥可用至 20.* · the old one is good until 20/),
    });
    for (const key of [stdout, rotated.stdout]) {
      const { status } = await fetch(`${program.url}/epcis/events`, {
        headers: { authorization: `Bearer ${key.trim()}` },
      });
      expect(status).toBe(200);
    }
    const told = (await run(dataDir, 'key', 'list')).stdout;
    expect(told).toMatch(new RegExp(`换自 replaces ${id}`));
    expect(told).toMatch(/最近使用 last used 20/);
    const unknown = await run(dataDir, 'key', 'rotate', 'nobody');
    expect(unknown).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/没有可换发的密钥.*no key nobody in force/),
    });
  } finally {
    await program.end('SIGTERM');
  }
});

test.each([
  [['fly']],
  [['trace']],
  [['key', 'create', '--role', 'king']],
  [['demo', '--scale', 'big']],
  [['capture', '--sideways', 'x']],
])('a wrong command line ends with 2 and says how it is written: %s', async (args) => {
  const told = await run(dataDir, ...args);
  expect(told).toMatchObject({ code: 2, stdout: '' });
  expect(told.stderr).toContain('suyuan');
});

test('help, asked for or for want of a command, ends with 0', async () => {
  const told = await run(dataDir, 'help');
  expect(told).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringContaining('capture [options] <FILE|DIR...>'),
  });
  expect(await run(dataDir)).toEqual(told);
  const one = await run(dataDir, 'help', 'key', 'create');
  expect(one).toMatchObject({ code: 0, stdout: expect.stringContaining('--role <ROLE>') });
  expect(await run(dataDir, 'key', 'create', '--help')).toEqual(one);
});

test('a server that is not there, a port that is taken: one line each, and 1', async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { execFileSync } = await import('node:child_process');
  const main = join(import.meta.dirname, '../src/main.ts');
  const attempt = (env: Record<string, string>, ...args: string[]): unknown =>
    execFileSync(process.execPath, [main, ...args], {
      env: { ...process.env, SUYUAN_DATA: dataDir, ...env },
      stdio: 'pipe',
    });
  expect(() => attempt({ PORT: String(port) }, 'serve')).toThrow(/端口已被占用[^\n]*\n?$/);
  expect(() => attempt({ SUYUAN_URL: 'http://127.0.0.1:1' }, 'trace', 'x')).toThrow(/无法连接服务器[^\n]*\n?$/);
  taken.close();
});

test('a port for phones that is taken, an address that is not of this machine: one line that names the setting, and 1', async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  const address = taken.address();
  const port = String(typeof address === 'object' && address !== null ? address.port : 0);
  const attempt = (lan: string) =>
    runIn({ SUYUAN_DATA: dataDir, SUYUAN_LAN: lan, SUYUAN_HTTPS_PORT: port, SUYUAN_LOG: 'error' }, ['serve']);
  // It ends by itself, so the door that was open already is closed.
  expect(await attempt('127.0.0.1')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`^HTTPS 端口 ${port} 已被占用.* port ${port} .*SUYUAN_HTTPS_PORT\\n$`)),
  });
  expect(await attempt('10.255.255.254')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^SUYUAN_LAN：10\.255\.255\.254 不是本机的地址 · .* is no address of this machine\n$/,
    ),
  });
  taken.close();
});

test('files of a certificate that cannot be used: one line that names the setting, and 1', async () => {
  const [cert, key] = [join(dataDir, 'no.pem'), join(dataDir, 'no.key')];
  const lan = { SUYUAN_LAN: '127.0.0.1', SUYUAN_TLS_CERT: cert, SUYUAN_TLS_KEY: key, SUYUAN_LOG: 'error' };
  expect(await runIn({ SUYUAN_DATA: dataDir, ...lan }, ['serve'])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^SUYUAN_TLS_CERT[^\n]*no\.pem[^\n]*\n$/),
  });
});

test('a file that is not there ends with 1 and is named', async () => {
  expect(await run(dataDir, 'capture', 'nowhere.json')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nowhere.json'),
  });
});

test('capture moves telephone numbers to the personal data where it is told to, and says how many', async () => {
  const file = join(dataDir, 'called.json');
  writeFileSync(
    file,
    document('OBSERVE').replace('"action"', '"https://example.org/ns/note":"电话 13800138000","action"'),
  );
  const refused = await run(dataDir, 'capture', file, '--personal-data', 'refuse');
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('event.personal-data') });
  const moved = await run(dataDir, 'capture', file, '--personal-data', 'move');
  expect(moved).toMatchObject({ code: 0, stdout: expect.stringContaining('移入个人信息库 1') });
  expect(refused.stdout + moved.stdout).not.toContain('13800138000');
});
