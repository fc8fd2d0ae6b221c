/** When a server ends in order: at a signal of whoever supervises it, and when the npm that started it is gone. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const;

/** How soon the end of npm is noticed. */
const LOOK_EVERY_MS = 250;

/**
 * Resolves once. Call it before anything starts, so that a stop during the start is an orderly one as well. A second
 * signal finds no listener and ends the process at once, for whoever cannot wait.
 */
export function toldToStop(): Promise<void> {
  return new Promise((done) => {
    const stop = (): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
      process.off('disconnect', stop);
      clearInterval(look);
      done();
    };
    for (const signal of SIGNALS) process.once(signal, stop);
    // Of a program that was started with a channel: whoever started it is gone.
    process.once('disconnect', stop);
    process.channel?.unref();
    const above = npmAbove();
    // npm hands SIGTERM to the shell that it started us by, which ends and tells nobody; SIGHUP and SIGKILL end npm alone.
    const look = setInterval(() => {
      if (above.some((pid) => !isAlive(pid)) || process.ppid !== (above[0] ?? process.ppid)) stop();
    }, LOOK_EVERY_MS);
    look.unref();
  });
}

/** The npm that started this process and the shell between them; none where a person, a service or a test started it. */
function npmAbove(): number[] {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return [];
  const parent = process.ppid;
  if (isNpm(parent)) return [parent];
  const grandparent = parentOf(parent);
  return grandparent !== undefined && isNpm(grandparent) ? [parent, grandparent] : [];
}

/** By its command line, which npm itself shortens to "npm start". */
function isNpm(pid: number): boolean {
  return /(^|[\s/])(npm|npx|pnpm|yarn)(-cli)?(\.c?js)?(\s|$)/.test(fact(pid, 'args'));
}

function parentOf(pid: number): number | undefined {
  const parent = Number(fact(pid, 'ppid'));
  return Number.isInteger(parent) && parent > 0 ? parent : undefined;
}

/** A fact about a process, from /proc where there is one (a bare container has no `ps`), else from `ps`. */
function fact(pid: number, name: 'ppid' | 'args'): string {
  try {
    if (name === 'args') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    // The name stands in parentheses and may itself hold some: the state and the parent come after the last.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1] ?? '';
  } catch {
    try {
      return execFileSync('ps', ['-o', `${name}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
    } catch {
      return '';
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is there as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
