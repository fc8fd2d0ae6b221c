import { listReaders, retryParked, skipParked, UnknownReader } from '@suyuan/server';
import type { Command } from 'commander';
import { jsonOption, newCommand, Refused, wholeNumber } from '../command.ts';
import { createOutput } from '../output.ts';
import { withDatabase } from '../with-database.ts';

interface JsonOption {
  readonly json?: boolean;
}

interface Placed extends JsonOption {
  readonly position?: number;
}

export function declare(command: Command): Command {
  return command
    .addCommand(newCommand('list', '列出 · list them').addOption(jsonOption()).action(list))
    .addCommand(
      newCommand('retry', '立即重试搁置和暂缓的条目 · try again at once what is parked or on hold')
        .argument('<NAME>', '读取器名称 · name of the reader')
        .option('--position <N>', '只重试此位置 · what is at this position only', position)
        .addOption(jsonOption())
        .action(retry),
    )
    .addCommand(
      newCommand(
        'skip',
        '放弃一段搁置或暂缓的条目，不再处理 · give up a parked or held run: it is not handled any more',
      )
        .argument('<NAME>', '读取器名称 · name of the reader')
        .requiredOption('--position <N>', '该段的起始位置 · where the run begins', position)
        .addOption(jsonOption())
        .action(skip),
    );
}

const position = wholeNumber(0, Number.MAX_SAFE_INTEGER);

async function list({ json }: JsonOption): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    for (const { holds, parkedRuns, parkedRunCount, ...state } of await listReaders(ctx)) {
      const { name, size, lag } = state;
      const head = `${name}  ${state.position}/${size}  落后 lag ${lag}  暂缓 held ${state.held}  搁置 parked ${state.parked}`;
      const held = holds.map(
        (hold) =>
          `  暂缓 held  企业 organisation ${hold.orgNo}  位置 position ${hold.position}  失败 failed ${hold.attempts}  ` +
          `重试 retry ${hold.retryAt.toISOString()}  ${oneLine(hold.error)}`,
      );
      const parked = parkedRuns.map(
        (run) =>
          `  搁置 parked  企业 organisation ${run.orgNo}  位置 position ${run.first}  条目 entries ${run.count}  ` +
          `失败 failed ${run.attempts}  ${oneLine(run.error)}`,
      );
      output.line([head, ...held, ...parked].join('\n'), { ...state, holds, parkedRunCount, parkedRuns });
    }
  });
}

async function retry(name: string, { json, position: at }: Placed): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    const made = await retryParked(ctx, name, { position: at }).catch(refuseUnknown);
    if (at !== undefined && made.parked + made.held === 0) throw nothingAt(name, at);
    output.line(
      `将重试：搁置 ${made.parked} 段，暂缓 ${made.held} 家企业 · ` +
        `to be tried again: ${made.parked} parked runs, ${made.held} held organisations`,
      { reader: name, ...made },
    );
  });
}

async function skip(name: string, { json, position: at = 0 }: Placed): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    const skipped = await skipParked(ctx, name, { position: at }).catch(refuseUnknown);
    if (skipped === undefined) throw nothingAt(name, at);
    const { orgNo, first, count, block, error } = skipped;
    output.line(
      `已放弃：企业 ${orgNo}，位置 ${first}，条目 ${count}，块 ${block} · ` +
        `given up: organisation ${orgNo}, position ${first}, entries ${count}, block ${block}  ${oneLine(error)}`,
      { reader: name, ...skipped },
    );
  });
}

function refuseUnknown(error: unknown): never {
  if (error instanceof UnknownReader) {
    throw new Refused(
      `没有此读取器：${error.message}，见 suyuan readers list · there is no reader ${error.message}, see suyuan readers list`,
    );
  }
  throw error;
}

function nothingAt(name: string, at: number): Refused {
  return new Refused(
    `${name} 在位置 ${at} 没有搁置或暂缓的条目，见 suyuan readers list · ` +
      `${name} has nothing parked or held at position ${at}, see suyuan readers list`,
  );
}

/** An error may have lines of its own; the list has one for each. */
function oneLine(error: string | null): string {
  return error === null ? '-' : error.replaceAll(/\s+/g, ' ');
}
