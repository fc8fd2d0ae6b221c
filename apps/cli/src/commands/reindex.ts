import { judgeAnew, reindex } from '@suyuan/server';
import type { Command } from 'commander';
import { jsonOption, Refused } from '../command.ts';
import { createOutput } from '../output.ts';
import { withDatabase } from '../with-database.ts';

interface ReindexCommandOptions {
  readonly all?: boolean;
  readonly json?: boolean;
}

export function declare(command: Command): Command {
  return command
    .option('--all', '连同已是最新的一并重做，用于修复 · also what is up to date: repairs what was changed')
    .addOption(jsonOption())
    .action(run);
}

async function run({ all = false, json }: ReindexCommandOptions): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx, owner }) => {
    let looked = 0;
    const isDone = await reindex(ctx, owner, {
      isAll: all,
      onProgress(done, total) {
        looked = done;
        output.progress(`${done}/${total}`);
      },
    });
    if (!isDone) throw new Refused('另一进程正在重新推导 · another process is deriving anew');
    // What packs find of records is derived as well; the running server judges, or the next that starts.
    await judgeAnew(ctx);
    output.line(`已核对 ${looked} 块 · ${looked} blocks looked at`, { blocks: looked });
  });
}
