/** A real Chromium for tests: one named by CHROMIUM_PATH, or the one that came through npm with the libraries it needs. */
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && existsSync(named))
    return chromium.launch({ executablePath: named, args: ['--no-sandbox'] });
  // The package unpacks its libraries only when it believes itself on AWS Lambda; a bare Debian lacks the same ones.
  // What another user of this machine has unpacked is not ours to run.
  const home = join(tmpdir(), `suyuan-chromium-${userInfo().uid}`);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  process.env.TMPDIR = home;
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  packed.setGraphicsMode = false;
  // Its own arguments are for Lambda: one process for all, and no web security.
  const args = ['--no-sandbox', '--disable-gpu', '--headless=shell', '--font-render-hinting=none'];
  return chromium.launch({ executablePath: await packed.executablePath(), args });
}
