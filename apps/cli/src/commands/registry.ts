import { ENTRY_KINDS, type EntryKind, UNKNOWN_KINDS, type UnknownKind } from '@suyuan/api';
import type { Command } from 'commander';
import { jsonOption, newCommand, oneOf } from '../command.ts';
import { language } from '../language.ts';
import { createOutput } from '../output.ts';
import { withServer } from '../server-access.ts';
import { registryImportCommand } from './registry-import.ts';

export function declare(command: Command): Command {
  return command
    .addCommand(registryImportCommand())
    .addCommand(
      newCommand('list', '已登记的产品、单位、场所、设备和采集装置 · what is said of one’s own things')
        .option('--kind <KIND>', `只列一类 · one kind alone: ${ENTRY_KINDS.join(', ')}`, oneOf(ENTRY_KINDS))
        .addOption(jsonOption())
        .action(list),
    )
    .addCommand(
      newCommand('unknown', '本单位事件中出现、尚无资料的编码 · codes that own events name and nothing is known of')
        .option('--kind <KIND>', `只列一类 · one kind alone: ${UNKNOWN_KINDS.join(', ')}`, oneOf(UNKNOWN_KINDS))
        .addOption(jsonOption())
        .action(unknown),
    );
}

/** The most that the server gives at once. */
const PAGE = 500;

async function list({ kind, json }: { readonly kind?: EntryKind; readonly json?: boolean }): Promise<void> {
  const output = createOutput(json === true);
  await withServer(async ({ client }) => {
    for (let after: string | undefined; ; ) {
      const { entries, next } = await client.entries({ kind, after, limit: PAGE });
      for (const entry of entries) {
        const text = [entry.code, entry.kind ?? entry.type, entry.name?.[language()] ?? '-'];
        output.line(text.join('  '), { ...entry });
      }
      if (next === undefined) return;
      after = next;
    }
  });
}

async function unknown({ kind, json }: { readonly kind?: UnknownKind; readonly json?: boolean }): Promise<void> {
  const output = createOutput(json === true);
  await withServer(async ({ client }) => {
    let count = 0;
    for (let after: string | undefined; ; ) {
      const { codes, lookedAt, next } = await client.unknownCodes({ kind, after, limit: PAGE });
      count += codes.length;
      for (const each of codes) {
        const text = `${each.code}  ${each.kind}  ${each.events} 个事件 · events  ${each.newestAt}`;
        output.line(text, { ...each });
      }
      after = next;
      if (next !== undefined) continue;
      const { events, all } = lookedAt;
      const text = all
        ? `${count} 个编码，查看了全部 ${events} 个事件 · ${count} codes, of all ${events} events`
        : `${count} 个编码，查看了最近登记的 ${events} 个事件 · ${count} codes, of the last ${events} events that were recorded`;
      output.line(text, { count, lookedAt });
      return;
    }
  });
}
