import type { Command } from 'commander';
import { newCommand } from './command.ts';
import { helpCommand } from './commands/help.ts';

/** A command by its name, and the module that declares its arguments and options and does the work. */
interface CommandSource {
  readonly name: string;
  readonly summary: string;
  load(): Promise<{ declare(command: Command): Command }>;
}

const COMMANDS: readonly CommandSource[] = [
  {
    name: 'serve',
    summary: '启动服务，直至收到 SIGTERM · serve until SIGTERM',
    load: () => import('./commands/serve.ts'),
  },
  {
    name: 'demo',
    summary:
      '载入演示链条：婴幼儿配方乳粉、食源性疾病暴发 · load the demonstration chains: infant formula, an outbreak',
    load: () => import('./commands/demo.ts'),
  },
  {
    name: 'capture',
    summary: '采集 EPCIS 文档（JSON 或 XML）· capture EPCIS documents, in JSON or XML',
    load: () => import('./commands/capture.ts'),
  },
  {
    name: 'trace',
    summary:
      '查来源、去向、责任；没有记录的编码照说，有误或无法识别的编码以 1 结束 · where a unit came from and where it went; ' +
      'no record of a code is an answer, a code that is broken or none at all ends with 1',
    load: () => import('./commands/trace.ts'),
  },
  {
    name: 'export',
    summary:
      '取回本单位记录的全部内容，分成若干文件；中断后再次运行即可接着下载 · all that the organisation has recorded, in files; ' +
      'run again, it goes on where it was broken off, or with what was recorded since',
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'code',
    summary: '识别、校验、换算编码 · recognises, checks and converts codes',
    load: () => import('./commands/code.ts'),
  },
  {
    name: 'validate',
    summary: '检查 EPCIS 文档，不采集 · check EPCIS documents without capturing them',
    load: () => import('./commands/validate.ts'),
  },
  {
    name: 'packs',
    summary: '品类规则包：法规要求记录什么 · category packs: what the law asks to be recorded',
    load: () => import('./commands/packs.ts'),
  },
  {
    name: 'registry',
    summary:
      '登记目录：产品、单位、场所、设备和采集装置 · what is said of products, parties, sites, equipment and devices',
    load: () => import('./commands/registry.ts'),
  },
  {
    name: 'conformance-kit',
    summary: '写出一致性检验包，供他人检验自己的系统 · writes what others need to test their own systems',
    load: () => import('./commands/conformance-kit.ts'),
  },
  {
    name: 'verify',
    summary: '按收到的原文和存证日志核对整个数据库 · hold the whole store against what was received and the log',
    load: () => import('./commands/verify.ts'),
  },
  {
    name: 'reindex',
    summary:
      '由收到的原文重新推导全部索引，可与服务同时运行、可中断续做 · derive everything anew from what was received',
    load: () => import('./commands/reindex.ts'),
  },
  {
    name: 'backup',
    summary:
      '把整个安装备份为一个加密文件，可与服务同时运行 · the whole installation in one encrypted file, beside a running server too',
    load: () => import('./commands/backup.ts'),
  },
  {
    name: 'restore',
    summary: '把备份恢复到空的安装，核对无误才生效 · a backup into an empty installation; it counts once it is checked',
    load: () => import('./commands/restore.ts'),
  },
  {
    name: 'conformance',
    summary: '逐份采集文件夹中的文档，查回并比较 · capture every document of a folder, query it back, compare',
    load: () => import('./commands/conformance.ts'),
  },
  {
    name: 'key',
    summary: '本机安装的 API 密钥 · API keys of the local installation',
    load: () => import('./commands/key.ts'),
  },
  {
    name: 'org',
    summary: '以谁的名义登记：本单位和其他企业 · on whose behalf things are recorded',
    load: () => import('./commands/org.ts'),
  },
  {
    name: 'person',
    summary: '本机安装的用户 · people of the local installation',
    load: () => import('./commands/person.ts'),
  },
  {
    name: 'audit',
    summary: '审计记录：谁在何时做了什么 · what people and programs did',
    load: () => import('./commands/audit.ts'),
  },
  {
    name: 'secrets',
    summary: '本安装的密钥 · the keys of this installation',
    load: () => import('./commands/secrets.ts'),
  },
  {
    name: 'readers',
    summary: '日志读取器：进度、暂缓和搁置 · readers of the log: where they are, what is held or parked',
    load: () => import('./commands/readers.ts'),
  },
  {
    name: 'roles',
    summary:
      '输出数据库管理员为 DATABASE_URL 执行一次的语句（内含密码） · what an administrator runs once for DATABASE_URL; passwords are in it',
    load: () => import('./commands/roles.ts'),
  },
  {
    name: 'migrate',
    summary: '升级数据库结构（启动时也会自动进行）· bring the database up to date; a start does it as well',
    load: () => import('./commands/migrate.ts'),
  },
  {
    name: 'bench',
    summary:
      '本机测速，使用临时数据库 · measure codes, capture, single events, trace, what keeping tenants apart and cutting answers cost, and judging, on this machine, with a database of its own',
    load: () => import('./commands/bench.ts'),
  },
];

/**
 * The command line, whole or, where `args` begin with a command (`key create`, `help key`), with the arguments and
 * options of that one: all of them take 1.5 s of processor time to load, `code` 0.5 s.
 */
export async function createProgram(args: readonly string[]): Promise<Command> {
  const program = newCommand('suyuan', '溯源，产品追溯平台 · Suyuan, traceability of products');
  const named = COMMANDS.filter(({ name }) => args.slice(0, 2).includes(name));
  const wanted = named.length === 0 ? COMMANDS : named;
  for (const source of COMMANDS) {
    const command = newCommand(source.name, source.summary);
    program.addCommand(wanted.includes(source) ? (await source.load()).declare(command) : command);
  }
  program.addCommand(helpCommand(program));
  program.addHelpText(
    'after',
    '\n每个命令的选项 · the options of each command: suyuan help COMMAND\n' +
      '环境变量 · environment: SUYUAN_URL, SUYUAN_API_KEY, SUYUAN_DATA, DATABASE_URL, PORT, HOST, SUYUAN_LOG, ' +
      'SUYUAN_PUBLIC_URL, SUYUAN_LAN, SUYUAN_HTTPS_PORT, SUYUAN_TLS_CERT, SUYUAN_TLS_KEY, SUYUAN_POSTGRES_BIN, SUYUAN_ADMIN_PASSWORD, SUYUAN_TRUSTED_PROXIES, SUYUAN_SECRET_KEYS, SUYUAN_REGISTRATION, SUYUAN_DEMONSTRATION, SUYUAN_BACKUP_PASSPHRASE',
  );
  return program;
}
