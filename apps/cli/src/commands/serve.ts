import { readConfig, serve } from '@suyuan/server';
import type { Command } from '../command.ts';

export const serveCommand: Command = {
  usage: 'suyuan serve',
  summary: '启动服务（PORT、HOST、SUYUAN_DATA、DATABASE_URL）· serve until SIGTERM',
  async run() {
    // Listened for from the first moment, so that a stop during the start is an orderly one as well. A second signal
    // finds no listener and ends the process at once, for whoever cannot wait.
    const stopped = new Promise<void>((done) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => done());
    });
    const server = await serve(readConfig());
    process.stdout.write(`溯源 Suyuan: ${server.url}\n`);
    await stopped;
    await server.close();
  },
};
