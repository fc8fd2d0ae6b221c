/**
 * One program a data directory. The lock is a listening socket named after the directory, which the operating system
 * gives back when the process ends, however it ends.
 */
import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another program has this data directory open. */
export class DataDirectoryInUse extends Error {
  override name = 'DataDirectoryInUse';

  constructor(dataDir: string) {
    super(
      `数据目录 ${dataDir} 正被另一个溯源程序使用，请先停止它或设置 SUYUAN_DATA · ` +
        `another Suyuan program is using the data directory ${dataDir}; stop it first, or set SUYUAN_DATA`,
    );
  }
}

/** Takes the lock of an existing directory; the function returned gives it back. */
export async function lockDataDirectory(dataDir: string): Promise<() => Promise<void>> {
  const address = lockAddress(dataDir);
  let server = await listen(address);
  if (server === undefined && address.startsWith('/') && !(await isListening(address))) {
    // Only where the name is a file: the last program was killed and left it behind.
    rmSync(address, { force: true });
    server = await listen(address);
  }
  if (server === undefined) throw new DataDirectoryInUse(dataDir);
  const held = server;
  return () => new Promise((done) => held.close(() => done()));
}

/** Whether a program has this directory open. */
export function isDataDirectoryLocked(dataDir: string): Promise<boolean> {
  return isListening(lockAddress(dataDir));
}

function lockAddress(dataDir: string): string {
  const name = `suyuan-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 32)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  // Linux has a namespace for sockets without files.
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.lock`);
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(undefined) : fail(error)));
    server.listen(address, () => {
      server.unref();
      done(server);
    });
  });
}

function isListening(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address);
    socket.on('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });
}
