import { createWriteStream, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Client, ExportFormat, ExportPart, ExportWanted } from '@suyuan/api';
import type { Command } from 'commander';
import { jsonOption, oneOf, wholeNumber } from '../command.ts';
import { createOutput } from '../output.ts';
import { withServer } from '../server-access.ts';
import { untilTaken } from '../until-taken.ts';

interface ExportOptions {
  readonly format: ExportFormat;
  readonly chains?: boolean;
  readonly out: string;
  readonly count?: number;
  readonly json?: boolean;
}

const FORMATS: readonly ExportFormat[] = ['epcis', 'xlsx'];
/** What a file is called until it is whole. */
const UNFINISHED = '.part';

export function declare(command: Command): Command {
  return command
    .option(
      '--format <FORMAT>',
      'epcis：EPCIS 文档；xlsx：Excel 表格，每个追溯单元一行 · EPCIS documents, or Excel tables with a row for each unit',
      oneOf(FORMATS),
      'epcis',
    )
    .option(
      '--chains',
      '改为导出他人就本单位货物登记的内容，以依法依约可见者为限 · instead, what others have recorded of its goods, as far as it is open to it',
    )
    .requiredOption('--out <DIR>', '放置文件的文件夹 · the folder for the files')
    .option(
      '--count <N>',
      '每个文件最多几条记录，线路不好时宜小 · records of a file, fewer for a bad line',
      wholeNumber(1, 50_000),
    )
    .addOption(jsonOption())
    .action(run);
}

async function run({ format, chains, out, count, json }: ExportOptions): Promise<void> {
  const output = createOutput(json === true);
  mkdirSync(out, { recursive: true });
  await withServer(async ({ client }) => {
    const kind = chains === true ? 'chains' : 'events';
    const first: ExportWanted = { kind, format, from: 0, count: 1 };
    const head = await untilTaken(() => client.exportPart(first, 'HEAD'), { brokenOff: true });
    let wanted: ExportWanted = { kind, format, from: nextPosition(out, head.name), count };
    let [files, records] = [0, 0];
    for (let isLast = false; !isLast; ) {
      const part = await fetchPart(client, { wanted, out });
      if (part.records > 0) {
        files += 1;
        records += part.records;
        output.line(`${part.name}: ${part.records} 条 · records`, { file: part.name, records: part.records });
      }
      if (!part.isWhole)
        output.line(
          `${part.name}: 内容过多，未能全部写入，请以较小的 --count 重试 · too much for one file, not all is in it: use a smaller --count`,
          {
            file: part.name,
            isWhole: false,
          },
        );
      output.progress(`${part.to + 1} / ${part.until + 1}`);
      wanted = { ...wanted, from: part.to + 1, until: part.until };
      isLast = part.to >= part.until;
    }
    const text =
      files === 0
        ? '没有新的记录 · nothing was recorded since'
        : `已导出 ${records} 条记录，${files} 个文件 · exported ${records} records in ${files} files`;
    output.line(text, { files, records });
  });
}

/** Where the files of this organisation that are there, one behind the other, leave off. What was left unfinished goes. */
function nextPosition(out: string, name: string): number {
  // `suyuan-`, whose it is, of what, from, to, and the kind of file.
  const [, own = '', kind = ''] = /^(suyuan-[\da-f]{8}-(?:chains-)?)\d+-\d+(\.\w+)$/.exec(name) ?? [];
  let next = 0;
  for (const file of readdirSync(out)
    .filter((each) => each.startsWith(own) && /^\d/.test(each.slice(own.length)))
    .sort()) {
    if (file.endsWith(kind + UNFINISHED)) rmSync(join(out, file));
    else if (file.endsWith(kind)) {
      const [from, to] = file.slice(own.length, -kind.length).split('-').map(Number);
      // One that begins later has a gap before it, which is fetched anew; one that overlaps is of other sizes.
      if (from !== undefined && to !== undefined && from <= next) next = Math.max(next, to + 1);
    }
  }
  return next;
}

/** One part into a file of its own, which has its name only when it is whole. */
function fetchPart(
  client: Client,
  { wanted, out }: { readonly wanted: ExportWanted; readonly out: string },
): Promise<ExportPart> {
  return untilTaken(
    async () => {
      const part = await client.exportPart(wanted);
      const { body } = part;
      if (part.records === 0 || body === null) {
        await body?.cancel();
        return part;
      }
      const file = join(out, part.name);
      await pipeline(chunksOf(body), createWriteStream(file + UNFINISHED, { flush: true }));
      renameSync(file + UNFINISHED, file);
      return part;
    },
    { brokenOff: true },
  );
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
