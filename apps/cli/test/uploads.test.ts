/** Uploads that are under way when the program is told to stop, or is killed. */
import { readdirSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStartedDataDir, type Program, removeDataDir, run, startProgram } from './program.ts';

let dataDir: string;
const running: Program[] = [];

beforeEach(() => {
  dataDir = makeStartedDataDir();
});
afterEach(async () => {
  for (const program of running.splice(0)) if (program.process.exitCode === null) await program.end('SIGKILL');
  removeDataDir(dataDir);
});

async function start(): Promise<Program> {
  const program = await startProgram(dataDir);
  running.push(program);
  return program;
}

/** An upload that the server has begun to read; it ends when its connection does. */
async function beginUpload(program: Program): Promise<{ readonly call: ClientRequest; readonly ended: Promise<void> }> {
  const key = (await run(dataDir, 'key', 'create')).stdout.trim();
  const call = request(`${program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', expect: '100-continue' },
  });
  const ended = new Promise<void>((done) => call.once('close', done));
  call.on('error', () => undefined);
  call.flushHeaders();
  await new Promise((done) => call.once('continue', done));
  call.write('{"epcisBody":{"eventList":[');
  return { call, ended };
}

test('SIGTERM does not wait for an upload that goes on for hours', { timeout: 120_000 }, async () => {
  const program = await start();
  const { call, ended } = await beginUpload(program);
  const drip = setInterval(() => call.write(' '), 1_000);
  expect(await program.end('SIGTERM')).toBe(0);
  await ended;
  clearInterval(drip);
  expect(program.said()).not.toContain('"level":"error"');
});

test('what a killed program had received of a document is gone after the next start', {
  timeout: 120_000,
}, async () => {
  const program = await start();
  const { call } = await beginUpload(program);
  for (let i = 0; i < 12; i += 1) call.write(`${i === 0 ? '' : ','}${eventOf(i)}`);
  const spooled = (): string[] =>
    readdirSync(dataDir, { recursive: true })
      .map(String)
      .filter((path) => /^spool.*events$/.test(path));
  await expect.poll(spooled, { timeout: 60_000, interval: 100 }).toHaveLength(1);
  await program.end('SIGKILL');
  expect(spooled()).toHaveLength(1);
  const second = await start();
  expect(readdirSync(join(dataDir, 'spool'))).toEqual([]);
  expect(await second.end('SIGTERM')).toBe(0);
});

/** A valid event of a megabyte. */
function eventOf(number: number): string {
  return JSON.stringify({
    type: 'ObjectEvent',
    eventTime: '2026-01-01T00:00:00Z',
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    epcList: [`https://id.gs1.org/01/10614141073464/21/L${number}`],
    'ex:note': 'x'.repeat(1024 * 1024),
  });
}
