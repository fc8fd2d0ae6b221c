import { digitalLinkPath } from '@suyuan/codes';
import type { Command } from 'commander';
import { jsonOption, newCommand, wholeNumber } from '../command.ts';
import { demoDocuments, demoHighlights } from '../demo/index.ts';
import { language } from '../language.ts';
import { createOutput } from '../output.ts';
import { withServer } from '../server-access.ts';

const SCALE_MAX = 1_000; // campaigns; each has numbers of its own in the codes

interface DemoCommandOptions {
  readonly scale: number;
  readonly seed?: number;
  readonly json?: boolean;
}

export function demoCommand(): Command {
  return newCommand(
    'demo',
    '载入演示链条：婴幼儿配方乳粉、食源性疾病暴发 · load the demonstration chains: infant formula, an outbreak',
  )
    .option('--scale <N>', '每条链的份数 · how many times each chain', wholeNumber(1, SCALE_MAX), 1)
    .option(
      '--seed <N>',
      '随机数种子，换一组数据 · seed of another set of data',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .addOption(jsonOption())
    .action(loadDemo);
}

async function loadDemo({ scale, seed, json }: DemoCommandOptions): Promise<void> {
  const demo = { scale, ...(seed === undefined ? {} : { seed }) };
  const output = createOutput(json === true);
  await withServer(async ({ client, url }) => {
    let documents = 0;
    let events = 0;
    let fresh = 0;
    for (const { name, document } of demoDocuments(demo)) {
      const job = await client.capture(JSON.stringify(document));
      documents += 1;
      events += job.eventCount;
      fresh += job.capturedCount;
      output.progress(`${documents} · ${name} · ${events}`);
    }
    output.line(
      `已载入 ${documents} 份文档、${events} 个事件（新增 ${fresh}）· loaded ${documents} documents, ${events} events (${fresh} new)`,
      { documents, events, captured: fresh },
    );
    for (const { key, code, what } of demoHighlights(demo)) {
      const address = `${url}${digitalLinkPath(code) ?? `/q/${encodeURIComponent(code)}`}`;
      output.line(`${what[language()]}\n    ${address}`, { key, code, address, what });
    }
  });
}
