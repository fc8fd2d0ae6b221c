import { type Fault, logHead, verify as verifyStore } from '@suyuan/server';
import type { Command } from 'commander';
import { jsonOption, Refused } from '../command.ts';
import { createOutput } from '../output.ts';
import { withDatabase } from '../with-database.ts';

export function declare(command: Command): Command {
  return command.addOption(jsonOption()).action(verify);
}

async function verify({ json }: { readonly json?: boolean }): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    let faults = 0;
    for await (const step of verifyStore(ctx)) {
      if ('checked' in step) {
        output.progress(`${step.checked}`);
        continue;
      }
      faults += 1;
      output.line(`✗ ${lineOf(step)}`, { ...step });
    }
    const { size, pendingBatches } = await ctx.read(logHead);
    output.line(
      `日志 ${size} 条，问题 ${faults}，待入日志 ${pendingBatches} 批 · log ${size}, faults ${faults}, pending batches ${pendingBatches}`,
      { size, faults, pendingBatches },
    );
    if (faults > 0) throw new Refused('日志与数据库不一致 · log and database differ');
  });
}

function lineOf({ kind, position, block, eventId, what }: Fault): string {
  const parts = [
    position === undefined ? '' : `#${position}`,
    block === undefined ? '' : `块 block ${block}`,
    eventId ?? '',
    what ?? '',
  ];
  return [kind, ...parts.filter((part) => part !== '')].join('  ');
}
