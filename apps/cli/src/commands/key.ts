import {
  type ApiKey,
  createKeyHere,
  type KeyRole,
  listKeys,
  readExpiry,
  revokeKeyHere,
  rotateKeyHere,
} from '@suyuan/server';
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

export function declare(command: Command): Command {
  return command
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
      newCommand(
        'rotate',
        '换发密钥：打印新密钥，旧密钥到期前两者皆可用 · a new key in the place of an old one; both are good for a while',
      )
        .argument('<ID>', '旧密钥编号，见 suyuan key list · id of the old one, see suyuan key list')
        .option('--overlap <TIME>', '旧密钥还可用多久，如 7d、12h · how long the old one stays good: 7d, 12h', expiry)
        .option(
          '--expires <TIME>',
          '新密钥有效期至；不填则与旧密钥同样长 · until when the new one is good; as long as the old one was, if not given',
          expiry,
        )
        .action(rotate),
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
    process.stdout.write(`${await createKeyHere(ctx, { role, org, expiresAt: expires })}\n`);
  });
}

async function list({ json }: JsonOption): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    for (const key of await ctx.read(listKeys)) output.line(lineOf(key), { ...key });
  });
}

/** A week: time to change what uses it, also over a holiday. */
const OVERLAP_MS = 7 * 24 * 60 * 60 * 1000;

async function rotate(
  id: string,
  { overlap, expires }: { readonly overlap?: Date; readonly expires?: Date },
): Promise<void> {
  await withDatabase(async ({ ctx }) => {
    const now = ctx.clock.now();
    const overlapMs = overlap === undefined ? OVERLAP_MS : overlap.getTime() - now.getTime();
    const rotated = await rotateKeyHere(ctx, id, { overlapMs, expiresAt: expires, now });
    if (rotated === undefined) {
      throw new Refused(
        `没有可换发的密钥：${id}，见 suyuan key list · there is no key ${id} in force, see suyuan key list`,
      );
    }
    // Nothing but the key where a script reads it.
    process.stdout.write(`${rotated.secret}\n`);
    const until = rotated.old.expiresAt?.toISOString() ?? '';
    process.stderr.write(`旧密钥可用至 ${until} · the old one is good until ${until}\n`);
  });
}

async function revoke(id: string, { json }: JsonOption): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    const key = await revokeKeyHere(ctx, id);
    if (key === undefined) {
      throw new Refused(`没有此密钥：${id}，见 suyuan key list · there is no key ${id}, see suyuan key list`);
    }
    output.line(lineOf(key), { ...key });
  });
}

function lineOf({ id, role, org, secretEnd, createdAt, expiresAt, revokedAt, usedAt, replaces }: ApiKey): string {
  const parts = [
    id,
    role,
    `…${secretEnd ?? ''}`,
    org.name ?? org.code ?? '本单位 own',
    `创建 created ${createdAt.toISOString()}`,
    expiresAt === null ? '不过期 no expiry' : `过期 expires ${expiresAt.toISOString()}`,
    usedAt === null ? '未用过 never used' : `最近使用 last used ${usedAt.toISOString()}`,
    ...(replaces === null ? [] : [`换自 replaces ${replaces}`]),
    ...(revokedAt === null ? [] : [`撤销 revoked ${revokedAt.toISOString()}`]),
  ];
  return parts.join('  ');
}
