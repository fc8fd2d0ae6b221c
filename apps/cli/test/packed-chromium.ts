/** The Chromium that came through npm, unpacked once for all processes of a user: program, libraries and fonts. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface PackedChromium {
  readonly executablePath: string;
  /** What the program needs of its environment to find its libraries and fonts. */
  readonly env: Readonly<Record<string, string>>;
}

let unpacked: Promise<PackedChromium> | undefined;

export function packedChromium(): Promise<PackedChromium> {
  unpacked ??= unpack();
  return unpacked;
}

async function unpack(): Promise<PackedChromium> {
  // What another user of this machine has unpacked is not ours to run.
  const home = join(tmpdir(), `suyuan-chromium-${version()}-${userInfo().uid}`);
  if (!existsSync(home)) await unpackInto(home);
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(home, 'al2023/lib'),
      FONTCONFIG_FILE: join(home, 'suyuan-fonts.conf'),
      HOME: home,
    },
  };
}

function version(): string {
  const path = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return /\d+\.\d+\.\d+/.exec(String(packageOf(path).version))?.[0] ?? 'unknown';
}

function packageOf(path: string): { readonly version?: string } {
  const dir = dirname(path);
  const file = join(dir, 'package.json');
  // Folders of a build may hold a package.json that says the kind of module and no more.
  const found: { version?: string } = existsSync(file) ? createRequire(import.meta.url)(file) : {};
  return found.version !== undefined || dir === path ? found : packageOf(dir);
}

/** Whole or not at all: several test files may begin at once, and one may be killed at it. */
async function unpackInto(home: string): Promise<void> {
  const making = mkdtempSync(`${home}-`);
  try {
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], {
      // It unpacks the libraries that a bare Debian lacks only where it believes itself on AWS Lambda.
      env: { ...process.env, TMPDIR: making, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    mkdirSync(join(making, 'fonts-cache'));
    // The package's own names folders of Lambda alone. Without one font Chromium dies, or draws no text.
    writeFileSync(join(making, 'suyuan-fonts.conf'), fontsConf(home));
    renameSync(making, home);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

function fontsConf(home: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${join(home, 'fonts')}</dir>`,
    `  <cachedir>${join(home, 'fonts-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}
