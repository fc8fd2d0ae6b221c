import { parseArgs } from 'node:util';
import {
  type ApiKey,
  createKey,
  createLog,
  joinDatabase,
  type KeyRole,
  listKeys,
  migrate,
  type OpenDatabase,
  readConfig,
  readExpiry,
  revokeKey,
} from '@suyuan/server';
import { type Command, Refused, UsageError } from '../command.ts';
import { createOutput, type Output } from '../output.ts';

const ROLES: readonly KeyRole[] = ['admin', 'capture', 'query'];

export const keyCommand: Command = {
  usage: `suyuan key create [--role admin|capture|query] [--org CODE] [--expires 90d|12h|2027-01-01|TIME]
suyuan key list [--json]
suyuan key revoke ID [--json]`,
  summary:
    '本机安装的 API 密钥：创建（只显示一次）、列出、撤销 · API keys of the local installation: make one (printed once), list, revoke',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        role: { type: 'string', default: 'capture' },
        org: { type: 'string' },
        expires: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [action, id, ...rest] = positionals;
    const output = createOutput(values.json);
    if (action === 'create' && id === undefined) return create(values);
    if (action === 'list' && id === undefined) return list(output);
    if (action === 'revoke' && id !== undefined && rest.length === 0) return revoke(id, output);
    throw new UsageError('suyuan key create | list | revoke ID');
  },
};

interface Wanted {
  readonly role: string;
  readonly org?: string | undefined;
  readonly expires?: string | undefined;
}

async function create({ role: given, org, expires }: Wanted): Promise<void> {
  const role = ROLES.find((known) => known === given);
  if (role === undefined) throw new UsageError(`--role: ${ROLES.join(' | ')}`);
  const expiresAt = expires === undefined ? undefined : readExpiry(expires, new Date());
  if (expires !== undefined && expiresAt === undefined) {
    throw new UsageError(
      `--expires ${expires}：应为将来的时间，如 90d、12h、2027-01-01、2027-01-01T08:00:00+08:00 · ` +
        'expected a time to come, such as 90d, 12h, 2027-01-01, 2027-01-01T08:00:00+08:00',
    );
  }
  await withDatabase(async ({ db }) => {
    process.stdout.write(`${await createKey(db, { role, org, expiresAt })}\n`);
  });
}

async function list(output: Output): Promise<void> {
  await withDatabase(async ({ db }) => {
    for (const key of await listKeys(db)) output.line(lineOf(key), { ...key });
  });
}

async function revoke(id: string, output: Output): Promise<void> {
  await withDatabase(async ({ db }) => {
    const key = await revokeKey(db, id);
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
    org ?? '-',
    `创建 created ${createdAt.toISOString()}`,
    expiresAt === null ? '不过期 no expiry' : `过期 expires ${expiresAt.toISOString()}`,
    ...(revokedAt === null ? [] : [`撤销 revoked ${revokedAt.toISOString()}`]),
  ];
  return parts.join('  ');
}

async function withDatabase(use: (database: OpenDatabase) => Promise<void>): Promise<void> {
  const config = readConfig();
  const database = await joinDatabase(config, createLog(config.logLevel));
  try {
    await migrate(database.db.pool);
    await use(database);
  } finally {
    await database.close();
  }
}
