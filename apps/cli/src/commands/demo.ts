import { parseArgs } from 'node:util';
import { digitalLinkPath } from '@suyuan/codes';
import { type Command, UsageError } from '../command.ts';
import { demoDocuments, demoHighlights } from '../demo/index.ts';
import { createOutput } from '../output.ts';
import { language, withServer } from '../server-access.ts';

export const demoCommand: Command = {
  usage: 'suyuan demo [--scale N] [--seed N] [--json]',
  summary: '载入演示链条：婴幼儿配方乳粉、食源性疾病暴发 · load the demonstration chains through the public API',
  async run(args) {
    const options = {
      scale: { type: 'string', default: '1' },
      seed: { type: 'string' },
      json: { type: 'boolean' },
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    const demo = {
      scale: wholeNumber(values.scale, '--scale', 1_000),
      ...(values.seed === undefined ? {} : { seed: wholeNumber(values.seed, '--seed', Number.MAX_SAFE_INTEGER) }),
    };
    const output = createOutput(values.json === true);
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
  },
};

function wholeNumber(text: string, name: string, max: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < (name === '--scale' ? 1 : 0) || value > max) {
    throw new UsageError(`${name}: 1 … ${max}`);
  }
  return value;
}
