import type { Command } from 'commander';
import { newCommand } from './command.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { benchCommand } from './commands/bench.ts';
import { captureCommand } from './commands/capture.ts';
import { codeCommand } from './commands/code.ts';
import { conformanceCommand } from './commands/conformance.ts';
import { conformanceKitCommand } from './commands/conformance-kit.ts';
import { demoCommand } from './commands/demo.ts';
import { exportCommand } from './commands/export.ts';
import { helpCommand } from './commands/help.ts';
import { keyCommand } from './commands/key.ts';
import { migrateCommand } from './commands/migrate.ts';
import { orgCommand } from './commands/org.ts';
import { packsCommand } from './commands/packs.ts';
import { personCommand } from './commands/person.ts';
import { readersCommand } from './commands/readers.ts';
import { reindexCommand } from './commands/reindex.ts';
import { restoreCommand } from './commands/restore.ts';
import { rolesCommand } from './commands/roles.ts';
import { secretsCommand } from './commands/secrets.ts';
import { serveCommand } from './commands/serve.ts';
import { traceCommand } from './commands/trace.ts';
import { validateCommand } from './commands/validate.ts';
import { verifyCommand } from './commands/verify.ts';

const COMMANDS: readonly (() => Command)[] = [
  serveCommand,
  demoCommand,
  captureCommand,
  traceCommand,
  exportCommand,
  codeCommand,
  validateCommand,
  packsCommand,
  conformanceKitCommand,
  verifyCommand,
  reindexCommand,
  backupCommand,
  restoreCommand,
  conformanceCommand,
  keyCommand,
  orgCommand,
  personCommand,
  auditCommand,
  secretsCommand,
  readersCommand,
  rolesCommand,
  migrateCommand,
  benchCommand,
];

/** The whole command line: every command with its arguments and options. */
export function createProgram(): Command {
  const program = newCommand('suyuan', '溯源，产品追溯平台 · Suyuan, traceability of products');
  for (const make of COMMANDS) program.addCommand(make());
  program.addCommand(helpCommand(program));
  program.addHelpText(
    'after',
    '\n每个命令的选项 · the options of each command: suyuan help COMMAND\n' +
      '环境变量 · environment: SUYUAN_URL, SUYUAN_API_KEY, SUYUAN_DATA, DATABASE_URL, PORT, HOST, SUYUAN_LOG, ' +
      'SUYUAN_PUBLIC_URL, SUYUAN_LAN, SUYUAN_HTTPS_PORT, SUYUAN_TLS_CERT, SUYUAN_TLS_KEY, SUYUAN_POSTGRES_BIN, SUYUAN_ADMIN_PASSWORD, SUYUAN_TRUSTED_PROXIES, SUYUAN_SECRET_KEYS, SUYUAN_REGISTRATION, SUYUAN_BACKUP_PASSPHRASE',
  );
  return program;
}
