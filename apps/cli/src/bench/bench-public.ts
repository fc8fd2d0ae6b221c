/**
 * The public page of a code that everybody asks for, beside a bare route that reads one row of the same database; and of codes that
 * nobody has asked for before.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import Fastify from 'fastify';
import { demoDocuments, demoHighlights } from '../demo/index.ts';
import type { Output } from '../output.ts';
import type { Asked, AskOften } from './ask-often.ts';
import type { BenchSetting } from './bench-capture.ts';

const ASK_OFTEN = join(import.meta.dirname, 'ask-often.ts');
const CLIENTS = 16;
const [WARM_MS, RUN_MS] = [2_000, 5_000];
/** Codes that nobody has asked for come at this rate. */
const NEW_PER_SECOND = 20;
const NEW_MAX = 300;
const ITEM = /https:\/\/id\.gs1\.org(\/01\/\d{14}\/21\/[^"]+)/g;

export async function benchPublic(setting: BenchSetting, output: Output): Promise<void> {
  const texts = [...demoDocuments({ scale: 1 })].map(({ document }) => JSON.stringify(document));
  for (const text of texts) await setting.client.capture(text);
  await judged(setting);
  await setting.owner.query('analyze');
  const can = demoHighlights({ scale: 1 }).find(({ key }) => key === 'can')?.code ?? '';
  const hot = new URL(can).pathname;
  const fresh = [...new Set(texts.flatMap((text) => [...text.matchAll(ITEM)].map(([, path = '']) => path)))];
  await benchHot(setting, hot, output);
  await benchNew(
    setting.url,
    fresh.filter((path) => path !== hot),
    output,
  );
}

/** The processor is free again. */
async function judged({ ctx }: BenchSetting): Promise<void> {
  for (;;) {
    const { rows } = await ctx.read((tx) => tx.query<{ n: number }>('select count(*)::int as n from compliance.due'));
    if (rows[0]?.n === 0) return;
    await setTimeout(500);
  }
}

async function benchHot({ url, owner }: BenchSetting, path: string, output: Output): Promise<void> {
  await owner.query('create schema bench');
  await owner.query('create table bench.page (path text primary key, body text not null)');
  await owner.query('insert into bench.page values ($1, $2)', [path, 'a row']);
  const bare = Fastify();
  bare.get('/*', async (request) => {
    const { rows } = await owner.query('select body from bench.page where path = $1', [request.url]);
    return rows[0];
  });
  const bareUrl = await bare.listen({ port: 0, host: '127.0.0.1' });
  const pages = await askOften(url + path);
  const rows = await askOften(bareUrl + path);
  await bare.close();
  await owner.query('drop schema bench cascade');
  output.line(
    `pages of one code: ${pages.toFixed(0)}/s (${CLIENTS} clients)\n` +
      `a bare route that reads one row: ${rows.toFixed(0)}/s\n` +
      `ratio: ${(pages / rows).toFixed(2)}`,
    { bench: 'public', pagesPerSecond: pages, rowsPerSecond: rows, ratio: pages / rows },
  );
}

/** In a process of its own, so that who asks does not wait for who answers. */
async function askOften(url: string): Promise<number> {
  const given: AskOften = { url, clients: CLIENTS, warmMs: WARM_MS, runMs: RUN_MS };
  const { stdout } = await promisify(execFile)(process.execPath, [ASK_OFTEN, JSON.stringify(given)]);
  const { perSecond }: Asked = JSON.parse(stdout);
  return perSecond;
}

/** Each is asked for at its time, whether those before are answered or not. */
async function benchNew(url: string, paths: readonly string[], output: Output): Promise<void> {
  const asked = paths.slice(0, NEW_MAX);
  const start = performance.now();
  let refused = 0;
  const times = await Promise.all(
    asked.map(async (path, i) => {
      const dueMs = (i * 1000) / NEW_PER_SECOND;
      await setTimeout(dueMs);
      const answer = await fetch(url + path, { headers: { accept: 'text/html' } });
      await answer.arrayBuffer();
      if (!answer.ok) refused += 1;
      return performance.now() - start - dueMs;
    }),
  );
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
  output.line(
    `codes never asked for before, ${NEW_PER_SECOND}/s (${times.length}): median ${at(0.5).toFixed(0)} ms, 99 % within ${at(0.99).toFixed(0)} ms, ${refused} told to come again`,
    { bench: 'public', codes: times.length, medianMs: at(0.5), p99Ms: at(0.99), refused },
  );
}
