import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** What a program that logs this writes; the log goes to standard error itself, so it takes a program to see it. */
async function logged(level: string, statement: string): Promise<string> {
  const module = new URL('./index.ts', import.meta.url).href;
  const program = `import { createLog } from '${module}'; const log = createLog('${level}'); ${statement}`;
  const run = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  expect(run.stdout).toBe('');
  return run.stderr;
}

const HEADERS = "{ authorization: 'Bearer sy_secret', host: 'a.example' }";

test.each([
  ['a request', `{ req: { headers: ${HEADERS} } }`],
  ['headers', `{ headers: ${HEADERS} }`],
])('the key in %s is not written, the rest is', async (_, fields) => {
  const line = await logged('info', `log.info(${fields}, 'asked');`);
  expect(line).not.toContain('sy_secret');
  expect(JSON.stringify(JSON.parse(line))).toContain('"host":"a.example"');
});

test('the key is not written by a log made from the log either', async () => {
  expect(await logged('info', `log.child({ req: { headers: ${HEADERS} } }).info('asked');`)).not.toContain('sy_secret');
});

test('a line has its time, level and words, and nothing of the machine', async () => {
  const line: unknown = JSON.parse(await logged('info', "log.debug('quiet'); log.warn({ n: 1 }, 'loud');"));
  expect(line).toEqual({ time: expect.stringMatching(/^\d{4}-.*Z$/), level: 'warn', n: 1, msg: 'loud' });
});

test('the number of a person is in no line, wherever it stands, and the line stays JSON', async () => {
  const number = '440524188001010014';
  const err = `new Error('Key (id)=(${number}) exists', { cause: new Error('urn:x:${number}') })`;
  for (const statement of [
    `log.warn('asked for ${number}');`,
    `log.warn({ url: '/q/${number}', deep: { list: ['${number}'] }, ns: 370681900307128 }, 'asked');`,
    `log.child({ who: '${number}' }).warn({ err: ${err} }, 'failed');`,
  ]) {
    const line = await logged('info', statement);
    expect(line).not.toContain(number);
    expect(JSON.stringify(JSON.parse(line))).toContain('*'.repeat(18));
  }
});
