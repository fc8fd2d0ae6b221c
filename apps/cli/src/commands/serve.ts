import { readConfig, serve } from '@suyuan/server';
import type { Command } from '../command.ts';
import { toldToStop } from '../told-to-stop.ts';

export const serveCommand: Command = {
  usage: 'suyuan serve',
  summary: '启动服务（PORT、HOST、SUYUAN_DATA、DATABASE_URL）· serve until SIGTERM',
  async run() {
    const stopped = toldToStop();
    const server = await serve(readConfig());
    process.stdout.write(`溯源 Suyuan: ${server.url}\n`);
    await stopped;
    await server.close();
  },
};
