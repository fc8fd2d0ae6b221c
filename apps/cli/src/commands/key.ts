import { type ApiKey, createKey, type KeyRole, listKeys, readExpiry, revokeKey } from '@suyuan/server';
import { type Command, InvalidArgumentError } from 'commander';
import { jsonOption, newCommand, oneOf, Refused } from '../command.ts';
import { createOutput } from '../output.ts';
import { withDatabase } from '../with-database.ts';

const ROLES: readonly KeyRole[] = ['admin', 'capture', 'query'];

interface KeyOptions {
  readonly role: KeyRole;
  readonly org?: string;
  readonly expires?: Date;
}

interface JsonOption {
  readonly json?: boolean;
}

export function keyCommand(): Command {
  return newCommand('key', '本机安装的 API 密钥 · API keys of the local installation')
    .addCommand(
      newCommand('create', '创建密钥，只显示一次 · make a key; it is printed once, and nothing else is')
        .option('--role <ROLE>', `权限 · what it may do: ${ROLES.join(', ')}`, oneOf(ROLES), 'capture')
        .option(
          '--org <CODE>',
          '所属企业的编码，不填为本单位 · code of the party whose key it is; without it, the installation itself',
        )
        .option(
          '--expires <TIME>',
          '有效期至 · until when it is good: 90d, 12h, 2027-01-01, 2027-01-01T08:00:00+08:00',
          expiry,
        )
        .action(create),
    )
    .addCommand(
      newCommand('list', '列出密钥，不含密钥本身 · list the keys, without the secrets')
        .addOption(jsonOption())
        .action(list),
    )
    .addCommand(
      newCommand('revoke', '撤销密钥，立即生效 · take a key back, at once')
        .argument('<ID>', '密钥编号，见 suyuan key list · its id, see suyuan key list')
        .addOption(jsonOption())
        .action(revoke),
    );
}

function expiry(text: string): Date {
  const expiresAt = readExpiry(text, new Date());
  if (expiresAt !== undefined) return expiresAt;
  throw new InvalidArgumentError(
    '应为将来的时间，如 90d、12h、2027-01-01、2027-01-01T08:00:00+08:00 · ' +
      'expected a time to come, such as 90d, 12h, 2027-01-01, 2027-01-01T08:00:00+08:00',
  );
}

async function create({ role, org, expires }: KeyOptions): Promise<void> {
  await withDatabase(async ({ ctx }) => {
    process.stdout.write(`${await ctx.write((tx) => createKey(tx, { role, org, expiresAt: expires }))}\n`);
  });
}

async function list({ json }: JsonOption): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    for (const key of await ctx.read(listKeys)) output.line(lineOf(key), { ...key });
  });
}

async function revoke(id: string, { json }: JsonOption): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    const key = await ctx.write((tx) => revokeKey(tx, id));
    if (key === undefined) {
      throw new Refused(`没有此密钥：${id}，见 suyuan key list · there is no key ${id}, see suyuan key list`);
    }
    output.line(lineOf(key), { ...key });
  });
}

function lineOf({ id, role, org, secretEnd, createdAt, expiresAt, revokedAt }: ApiKey): string {
  const parts = [
    id,
    role,
    `…${secretEnd ?? ''}`,
    org.name ?? org.code ?? '本单位 own',
    `创建 created ${createdAt.toISOString()}`,
    expiresAt === null ? '不过期 no expiry' : `过期 expires ${expiresAt.toISOString()}`,
    ...(revokedAt === null ? [] : [`撤销 revoked ${revokedAt.toISOString()}`]),
  ];
  return parts.join('  ');
}
