import { keyringOf, readConfig, rotateSecrets } from '@suyuan/server';
import type { Command } from 'commander';
import { newCommand } from '../command.ts';
import { withDatabase } from '../with-database.ts';

export function secretsCommand(): Command {
  return newCommand('secrets', '加密保存的密钥 · the keys that secrets are sealed under').addCommand(
    newCommand(
      'rotate',
      '换用新密钥，重新加密后删除旧密钥 · seals all secrets under a new key, and removes those before',
    ).action(rotate),
  );
}

async function rotate(): Promise<void> {
  await withDatabase(async ({ ctx }) => {
    const { keyNo, sealed } = await rotateSecrets(ctx, keyringOf(readConfig()));
    process.stdout.write(`密钥 ${keyNo}，已重新加密 ${sealed} 条 · key ${keyNo}, ${sealed} sealed anew\n`);
  });
}
