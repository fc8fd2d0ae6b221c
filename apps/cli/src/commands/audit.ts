import { once } from 'node:events';
import { exportOccurrences } from '@suyuan/server';
import { type Command, InvalidArgumentError } from 'commander';
import { newCommand } from '../command.ts';
import { withDatabase } from '../with-database.ts';

interface Wanted {
  readonly since?: Date;
  readonly org?: string;
}

export function declare(command: Command): Command {
  return command.addCommand(
    newCommand(
      'export',
      '按日志顺序打印，每行一个 JSON，含其在日志中的位置和哈希 · prints it in the order of the log, a JSON a line, with position and hash',
    )
      .option('--since <TIME>', '自何时起，如 2026-01-01 · from this time on, such as 2026-01-01', time)
      .option('--org <ID>', '只要一个单位的，见 suyuan org list · of one organisation, see suyuan org list')
      .action(exportAll),
  );
}

function time(text: string): Date {
  const read = new Date(text);
  if (Number.isNaN(read.getTime())) {
    throw new InvalidArgumentError(
      '应为时间，如 2026-01-01、2026-01-01T08:00:00+08:00 · expected a time, such as 2026-01-01',
    );
  }
  return read;
}

async function exportAll({ since, org }: Wanted): Promise<void> {
  await withDatabase(async ({ ctx }) => {
    for await (const occurrence of exportOccurrences(ctx, { from: since, org })) {
      if (!process.stdout.write(`${JSON.stringify(occurrence)}\n`)) await once(process.stdout, 'drain');
    }
  });
}
