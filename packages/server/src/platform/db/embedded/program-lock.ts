/**
 * One program a data directory. The lock is two listening sockets, which the operating system closes when the process
 * ends, however it ends: one without a file, which leaves nothing stale behind; and one in the directory, which also
 * holds between containers that share the directory and nothing else.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, realpathSync, rmSync } from 'node:fs';
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

type Release = () => Promise<void>;

/** Takes the lock of an existing directory; the function returned gives it back. */
export async function lockDataDirectory(dataDir: string): Promise<Release> {
  const home = realpathSync(dataDir);
  const held: Release[] = [];
  for (const take of [takeName, takeFile]) {
    const release = await take(home);
    if (release === undefined) {
      for (const one of held) await one();
      throw new DataDirectoryInUse(dataDir);
    }
    held.unshift(release);
  }
  return async () => {
    for (const release of held) await release();
  };
}

/** Whether a program has this directory open. */
export async function isDataDirectoryLocked(dataDir: string): Promise<boolean> {
  const home = realpathSync(dataDir);
  const name = nameOf(home);
  if (name !== undefined && (await isListening(name))) return true;
  const file = lockFile(home);
  if (file === undefined) return false;
  const isHeld = await isListening(file.address);
  file.close();
  return isHeld;
}

/** An address without a file, where the system has such. */
function nameOf(home: string): string | undefined {
  const name = `suyuan-${digest(home)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : undefined;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

async function takeName(home: string): Promise<Release | undefined> {
  const name = nameOf(home);
  if (name === undefined) return async () => undefined;
  const server = await listen(name);
  return server === 'taken' ? undefined : () => closed(server);
}

/** Longest path that fits a socket's address on every system, which is 104 bytes with its end on some. */
const ADDRESS_BYTES_MAX = 103;

interface LockFile {
  readonly address: string;
  close(): void;
}

function lockFile(home: string): LockFile | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.platform === 'linux') {
    // By way of the open directory any depth fits.
    const directory = openSync(home, 'r');
    return { address: `/proc/self/fd/${directory}/program.lock`, close: () => closeSync(directory) };
  }
  const path = join(home, 'program.lock');
  const fits = Buffer.byteLength(path) <= ADDRESS_BYTES_MAX;
  return { address: fits ? path : join(tmpdir(), `suyuan-${digest(home)}.lock`), close: () => undefined };
}

/** A file system or a system without sockets in files; the lock without a file stands alone there. */
const NO_SOCKET_FILES = new Set(['EOPNOTSUPP', 'ENOTSUP', 'EPERM', 'EINVAL', 'ENOENT', 'ENXIO']);

async function takeFile(home: string): Promise<Release | undefined> {
  const file = lockFile(home);
  if (file === undefined) return async () => undefined;
  try {
    const server = await listenAtFile(file.address);
    if (server === 'taken') {
      file.close();
      return undefined;
    }
    return async () => {
      await closed(server);
      file.close();
    };
  } catch (error) {
    file.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (nameOf(home) !== undefined && NO_SOCKET_FILES.has(code)) return async () => undefined;
    throw error;
  }
}

async function listenAtFile(address: string): Promise<Server | 'taken'> {
  const server = await listen(address);
  if (server !== 'taken' || (await isListening(address))) return server;
  // The last program was killed and left the file. Whoever is in this line holds the name, so is alone here, save for
  // a program in another container that starts in the same millisecond.
  rmSync(address, { force: true });
  return listen(address);
}

function listen(address: string): Promise<Server | 'taken'> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done('taken') : fail(error)));
    // Open to all, so that another user's program can ask whether it is held; a connection gets nothing.
    const open = address.startsWith('\0') ? {} : { readableAll: true, writableAll: true };
    server.listen({ path: address, ...open }, () => {
      server.unref();
      done(server);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => server.close(() => done()));
}

/** Nobody listens where there is no file, or where connecting is refused; anything else is read as a holder. */
function isListening(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address);
    socket.on('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', (error: NodeJS.ErrnoException) =>
      done(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'),
    );
  });
}
