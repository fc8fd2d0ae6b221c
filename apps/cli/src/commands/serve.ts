import { readConfig, serve } from '@suyuan/server';
import type { Command } from '../command.ts';

export const serveCommand: Command = {
  usage: 'suyuan serve',
  summary: '启动服务（PORT、HOST、SUYUAN_DATA、DATABASE_URL）· serve until SIGTERM',
  async run() {
    const server = await serve(readConfig());
    process.stdout.write(`溯源 Suyuan: ${server.url}\n`);
    await new Promise<void>((done) => {
      // A second signal finds no listener and ends the process at once, for whoever cannot wait.
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => done());
    });
    await server.close();
  },
};
