/** Suites that start the program start it as users do, from its bundle, which is made anew where sources changed. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../build.ts')]);
}
