/**
 * Serves until whoever started it is gone, then ends the program in order and removes its data directory: Vitest ends its processes by
 * a signal, and they have no time for it.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const { SUYUAN_DATA: dataDir = '' } = process.env;
const program = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts'), 'serve'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.stdin.resume().once('close', () => program.kill('SIGTERM'));
// The program hears of these as well; this one waits for its end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
program.once('exit', (code) => {
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  process.exit(code ?? 1);
});
