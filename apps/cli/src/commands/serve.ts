import { readConfig, serve } from '@suyuan/server';
import type { Command } from 'commander';
import { newCommand } from '../command.ts';
import { toldToStop } from '../told-to-stop.ts';

export function serveCommand(): Command {
  return newCommand(
    'serve',
    '启动服务（PORT、HOST、SUYUAN_DATA、DATABASE_URL）· serve until SIGTERM, as PORT, HOST, SUYUAN_DATA, DATABASE_URL say',
  ).action(serveUntilStopped);
}

async function serveUntilStopped(): Promise<void> {
  const stopped = toldToStop();
  const server = await serve(readConfig());
  process.stdout.write(`溯源 Suyuan: ${server.url}\n`);
  await stopped;
  await server.close();
}
