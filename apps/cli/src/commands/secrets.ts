import { join } from 'node:path';
import {
  keyringOf,
  openSigningKey,
  readConfig,
  renewAuthority,
  resealImports,
  resealPersonal,
  resealSheets,
  rotateSecrets,
  systemClock,
} from '@suyuan/server';
import { Argument, type Command } from 'commander';
import { newCommand } from '../command.ts';
import { withDatabase } from '../with-database.ts';

const WHATS = ['secrets', 'signing', 'authority'] as const;
type What = (typeof WHATS)[number];

const WHAT =
  'secrets（默认）：加密用的密钥，重新加密后删除旧的；signing：签名密钥，旧的公钥保留；authority：局域网证书机构，重启后生效，各手机须重新信任 · ' +
  'secrets (as given): seals all secrets under a new key, and removes those before; signing: what is signed from now on is under a ' +
  'new key; authority: of the local network, from the next start, each phone has to trust it';

export function declare(command: Command): Command {
  return command.addCommand(
    newCommand('rotate', '换用新密钥 · takes a new key')
      .addArgument(new Argument('[WHAT]', WHAT).choices(WHATS).default('secrets'))
      .action((what: What) => ROTATE[what]()),
  );
}

const ROTATE: Readonly<Record<What, () => void | Promise<void>>> = {
  secrets: () =>
    withDatabase(async ({ ctx }) => {
      const { keyNo, sealed } = await rotateSecrets(ctx, keyringOf(readConfig()), [
        resealPersonal,
        resealSheets,
        resealImports,
      ]);
      process.stdout.write(`密钥 ${keyNo}，已重新加密 ${sealed} 条 · key ${keyNo}, ${sealed} sealed anew\n`);
    }),
  signing() {
    const { kid } = openSigningKey(keysDir()).addKey();
    process.stdout.write(`新签名密钥 · new signing key: ${kid}\n`);
  },
  authority() {
    const { fingerprint256 } = renewAuthority(keysDir(), systemClock.now());
    process.stdout.write(`新证书机构，重启后生效 · new authority, from the next start: SHA-256 ${fingerprint256}\n`);
  },
};

const keysDir = (): string => join(readConfig().dataDir, 'keys');
