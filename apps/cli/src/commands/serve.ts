import { ensureBuilt } from '@suyuan/public';
import { readConfig, serve } from '@suyuan/server';
import type { Command } from 'commander';
import { newCommand } from '../command.ts';
import { toldToStop } from '../told-to-stop.ts';

export function serveCommand(): Command {
  return newCommand('serve', '启动服务，直至收到 SIGTERM · serve until SIGTERM')
    .addHelpText('after', `\n${VARIABLES}`)
    .action(serveUntilStopped);
}

const VARIABLES = `环境变量 · environment:
  PORT, HOST           监听地址，默认 7800、127.0.0.1 · where to listen, 7800 and 127.0.0.1 by default
  SUYUAN_DATA          数据目录，默认 ./data · the data directory, ./data by default
  DATABASE_URL         使用外部 PostgreSQL · a PostgreSQL server instead of the embedded one
  SUYUAN_POSTGRES_BIN  内置数据库所用的 PostgreSQL 程序目录 · directory of the programs of the embedded PostgreSQL
  SUYUAN_PUBLIC_URL    公众访问本服务的地址 · where the public reaches the server
  SUYUAN_LOG           日志级别，默认 warn · level of the log, warn by default`;

async function serveUntilStopped(): Promise<void> {
  const stopped = toldToStop();
  const server = await serve(readConfig(), ensureBuilt);
  process.stdout.write(`溯源 Suyuan: ${server.url}\n`);
  await stopped;
  await server.close();
}
