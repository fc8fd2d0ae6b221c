import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ensureConsoleBuilt } from '@suyuan/console';
import { ensureBuilt } from '@suyuan/public';
import { readConfig, serve } from '@suyuan/server';
import type { Command } from 'commander';
import { demonstrationHost } from '../demonstration/host.ts';
import { toldToStop } from '../told-to-stop.ts';

const MAIN = new URL('../main.ts', import.meta.url);
/** Of 60 MB that a thread holds, the rest is what it has done with: without bounds, V8 lets that grow to 250 MB where memory is plenty. */
const LIMITS = {
  judging: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1_024 },
  importing: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 },
  // A trace of 100,000 lots; beside the other thread and what the program has itself.
  walking: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 768 },
};

export function declare(command: Command): Command {
  return command.addHelpText('after', `\n${VARIABLES}`).action(serveUntilStopped);
}

const VARIABLES = `环境变量 · environment:
  PORT, HOST           监听地址，默认 7800、127.0.0.1 · where to listen, 7800 and 127.0.0.1 by default
  SUYUAN_DATA          数据目录，默认 ./data · the data directory, ./data by default
  DATABASE_URL         使用外部 PostgreSQL · a PostgreSQL server instead of the embedded one
  SUYUAN_POSTGRES_BIN  内置数据库所用的 PostgreSQL 程序目录 · directory of the programs of the embedded PostgreSQL
  SUYUAN_PUBLIC_URL    公众访问本服务的地址 · where the public reaches the server
  SUYUAN_LAN           局域网内的手机可否访问：off（默认）、on，或本机的一个地址 · whether phones of the local network are let in: off, on, or one address of this machine
  SUYUAN_HTTPS_PORT    供手机访问的 HTTPS 端口，默认 8443 · the port of HTTPS for phones, 8443 by default
  SUYUAN_TLS_CERT, SUYUAN_TLS_KEY  自备的证书与私钥（PEM 文件），代替自动生成的 · a certificate and key of your own, PEM files, in place of made ones
  SUYUAN_ADMIN_PASSWORD  首位用户 admin 的密码，代替一次性链接 · password of the first person, admin, in place of a link for once
  SUYUAN_TRUSTED_PROXIES 前置代理的地址 · addresses of the proxies before the server
  SUYUAN_REGISTRATION  企业可否自行注册：closed（默认）、approved（待批准）· whether organisations may come by themselves: closed, approved
  SUYUAN_SECRET_KEYS   加密密钥，默认存于数据目录 · keys for secrets, files of the data directory by default
  SUYUAN_DEMONSTRATION on：本身是演示，由管理后台的“演示”启动时设置 · on: it is a demonstration, as the console starts one
  SUYUAN_LOG           日志级别，默认 warn · level of the log, warn by default`;

async function serveUntilStopped(): Promise<void> {
  const stopped = toldToStop();
  const config = readConfig();
  const server = await serve(config, ensureBuilt, {
    demonstration: demonstrationHost(config, fileURLToPath(MAIN)),
    loadConsole: ensureConsoleBuilt,
    startThread: (workerData) => new Worker(MAIN, { workerData, resourceLimits: LIMITS[workerData.task] }),
  });
  process.stdout.write(`溯源 Suyuan: ${server.url}\n`);
  const lan = server.lanAddresses;
  if (lan !== undefined) {
    const where = lan.length === 0 ? '本机不在局域网中 · this machine is in no local network' : lan.join('  ');
    process.stdout.write(`局域网内的手机请打开 · phones of the local network: ${where}\n`);
  }
  if (server.firstStart !== undefined) {
    process.stdout.write(
      `首次使用，请打开（一次有效，24 小时内）· first start, opens once, within a day: ${server.firstStart}\n`,
    );
  }
  await stopped;
  await server.close();
}
