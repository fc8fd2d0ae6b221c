import { type Client, type EventElement, RequestRefused } from '@suyuan/api';
import { digitalLinkPath } from '@suyuan/codes';
import type { Command } from 'commander';
import { jsonOption, wholeNumber } from '../command.ts';
import { demoDocuments, demoHighlights } from '../demo/index.ts';
import { demoPictures } from '../demo/pictures.ts';
import { language } from '../language.ts';
import { createOutput, type Output } from '../output.ts';
import { futureUrl, withServer } from '../server-access.ts';

const SCALE_MAX = 1_000; // campaigns; each has numbers of its own in the codes

interface DemoCommandOptions {
  readonly scale: number;
  readonly seed?: number;
  readonly json?: boolean;
}

export function declare(command: Command): Command {
  return command
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
  await withServer(async ({ client, url, stays }) => {
    let documents = 0;
    let events = 0;
    let fresh = 0;
    let refused = 0;
    for (const { name, document, isForbidden } of demoDocuments(demo)) {
      const job = await client.capture(JSON.stringify(document), isForbidden ? 'proceed' : 'rollback');
      refused += job.errorCount;
      documents += 1;
      events += job.eventCount;
      fresh += job.capturedCount;
      output.progress(`${documents} · ${name} · ${events}`);
    }
    for (const { code, file } of demoPictures()) await client.setPicture(code, file);
    await openToPublic(client, output);
    output.line(
      `已载入 ${documents} 份文档、${events} 个事件（新增 ${fresh}）· loaded ${documents} documents, ${events} events (${fresh} new)`,
      { documents, events, captured: fresh },
    );
    if (refused > 0) output.line(refusedText(refused), { refused });
    const base = stays ? url : futureUrl();
    if (!stays) sayToStart(output, base);
    for (const { key, code, what } of demoHighlights(demo)) {
      const address = `${base ?? ''}${digitalLinkPath(code) ?? `/q/${encodeURIComponent(code)}`}`;
      output.line(`${what[language()]}\n    ${address}`, { key, code, address, what });
    }
    const address = `${base ?? ''}/console/compliance`;
    output.line(`${COMPLIANCE[language()]}\n    ${address}`, { key: 'compliance', address, what: COMPLIANCE });
  });
}

/** What an organisation deals in is chosen by a person who manages it; a key has no right to. */
const COMPLIANCE = {
  zh: '合规：按规则包检查出的问题。特种设备按编码检查；食品、食用农产品先在“单位信息”选定经营品类',
  en: 'Compliance: what the category packs find. Special equipment is judged by its codes; food and edible agricultural products once they are chosen under Organisation, Goods',
};

function refusedText(count: number): string {
  return `规则包禁止的 ${count} 条记录未载入，理应如此 · ${count} records that a pack forbids were refused, as they should be`;
}

/** Steps, times, places and parties of these invented chains are for everybody, which those of real ones are not by default. */
const OPENED: readonly EventElement[] = [
  'eventID',
  'time',
  'step',
  'state',
  'placeKind',
  'place',
  'party',
  'noticeWords',
];

/** Once, by a key that may; without one the chains are loaded all the same, and the public sees less of them. */
async function openToPublic(client: Client, output: Output): Promise<void> {
  try {
    const known = new Set(
      (await client.openings()).filter(({ level }) => level === 'public').map(({ element }) => element),
    );
    const elements = OPENED.filter((element) => !known.has(element) && !known.has('*'));
    if (elements.length > 0) await client.openFurther({ elements, level: 'public', note: '演示数据 · demonstration' });
  } catch (error) {
    if (!(error instanceof RequestRefused) || error.problem.status !== 403) throw error;
    output.line(
      '密钥没有管理权限，未放宽公开设置：公众只看到生产、检验和召回 · the key may not manage, so nothing was opened: the public sees making, tests and recalls alone',
      { opened: false },
    );
  }
}

/** Nobody answers at addresses of an installation that does not run. */
function sayToStart(output: Output, url: string | undefined): void {
  const zh = url === undefined ? '所示地址之下' : `端口 ${new URL(url).port || 80}`;
  const en = url === undefined ? 'below the address it prints' : `on port ${new URL(url).port || 80}`;
  output.line(
    `溯源没有运行。请先执行 npm start，然后在${zh}打开以下地址 · Suyuan does not run: npm start first, then open these ${en}`,
    { running: false, ...(url === undefined ? {} : { url }) },
  );
}
