#!/usr/bin/env node
/** `suyuan …`: reads the command line, runs one command, ends with its exit code. */
import { RequestRefused } from '@suyuan/api';
import { ConfigError, DataDirectoryInUse, MigrationError, UnfitDatabase } from '@suyuan/server';
import { type Command, Refused, UsageError } from './command.ts';
import { benchCommand } from './commands/bench.ts';
import { captureCommand } from './commands/capture.ts';
import { codeCommand } from './commands/code.ts';
import { conformanceCommand } from './commands/conformance.ts';
import { demoCommand } from './commands/demo.ts';
import { keyCommand } from './commands/key.ts';
import { migrateCommand } from './commands/migrate.ts';
import { serveCommand } from './commands/serve.ts';
import { traceCommand } from './commands/trace.ts';
import { validateCommand } from './commands/validate.ts';
import { verifyCommand } from './commands/verify.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  demo: demoCommand,
  capture: captureCommand,
  trace: traceCommand,
  code: codeCommand,
  validate: validateCommand,
  verify: verifyCommand,
  conformance: conformanceCommand,
  key: keyCommand,
  migrate: migrateCommand,
  bench: benchCommand,
};

const DONE = 0;
const REFUSED = 1;
const USAGE = 2;

async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const isHelp = name === 'help' || name === '--help' || name === '-h';
    (isHelp ? process.stdout : process.stderr).write(usage());
    return isHelp ? DONE : USAGE;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${command.usage}\n  ${command.summary}\n`);
    return DONE;
  }
  try {
    await command.run(rest);
    return DONE;
  } catch (error) {
    return report(error, command);
  }
}

function usage(): string {
  const lines = Object.values(COMMANDS).map(({ usage: line, summary }) => `  ${line}\n      ${summary}`);
  return `溯源 Suyuan\n\n${lines.join('\n')}\n`;
}

/** Errors a person can act on are said in a line; others are ours, and show where. */
function report(error: unknown, command: Command): number {
  if (error instanceof UsageError || isParseArgsError(error)) {
    process.stderr.write(`${error.message}\n${command.usage}\n`);
    return USAGE;
  }
  const told = [Refused, RequestRefused, ConfigError, DataDirectoryInUse, MigrationError, UnfitDatabase];
  if (told.some((kind) => error instanceof kind) && error instanceof Error) {
    process.stderr.write(`${error.message}\n`);
    return REFUSED;
  }
  const line = systemError(error);
  process.stderr.write(`${line ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
  return REFUSED;
}

/** What the system refuses, in a line: a port that is taken, a server that is not there, a file that is closed to us. */
function systemError(error: unknown): string | undefined {
  if (error instanceof TypeError && error.message === 'fetch failed') {
    const why = error.cause instanceof Error ? error.cause.message : error.message;
    return `无法连接服务器 · the server cannot be reached: ${why}`;
  }
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  switch (error.code) {
    case 'EADDRINUSE':
      return `端口已被占用，请设置 PORT · the port is taken, set PORT: ${error.message}`;
    case 'EACCES':
    case 'ENOENT':
      return error.message;
    default:
      return undefined;
  }
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

// Whoever reads the output may have seen enough: `suyuan trace … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));
