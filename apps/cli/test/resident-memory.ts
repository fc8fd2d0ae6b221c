/** The most memory that a process has resident while something is done. */
import { execFileSync } from 'node:child_process';

const EVERY_MS = 200;

export async function whileWatched<Result>(
  pid: number,
  act: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly beforeMb: number; readonly mostMb: number }> {
  const beforeMb = residentMb(pid);
  let mostMb = beforeMb;
  const watch = setInterval(() => (mostMb = Math.max(mostMb, residentMb(pid))), EVERY_MS);
  try {
    const result = await act();
    return { result, beforeMb, mostMb };
  } finally {
    clearInterval(watch);
  }
}

/** POSIX `ps` tells it in KiB. */
function residentMb(pid: number): number {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024);
}
