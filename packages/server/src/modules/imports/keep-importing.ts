/** Checks and records files after the answer: one at a time of an organisation, two in all. Goes on after a restart. */
import { Problem, problemBody } from '@suyuan/api';
import type { Actor } from '../../platform/ctx.ts';
import { checkImport } from './check-import.ts';
import type { ImportingDeps } from './deps.ts';
import { fileOnDisk } from './file-parts.ts';
import { recordImport } from './record-import.ts';
import { findImport, type KeptProblem, setFailed } from './store-imports.ts';
import { type Asked, selectAsked } from './store-work.ts';

const AT_ONCE = 2;
/** Organisations that are looked at; those behind come when these are done. */
const ASKED_MAX = 100;
/** After something went wrong that is no fault of a file. */
const AGAIN_MS = 30_000;
const AS = { as: 'identity' } as const;

export interface Importing {
  /** There is something to do. */
  nudge(): void;
  /** Ends between two batches; what is left goes on at the next start. */
  close(): Promise<void>;
}

/** @param onIdle nothing is under way, and nothing is left to do */
export function keepImporting(deps: ImportingDeps, { onIdle }: { onIdle?(): void } = {}): Importing {
  const { program } = deps;
  const running = new Map<number, Promise<void>>();
  const stopping = new AbortController();
  let looking: Promise<void> | undefined;
  let isAskedAgain = false;
  const timers = new Set<NodeJS.Timeout>();

  async function look(): Promise<void> {
    do {
      isAskedAgain = false;
      const asked = await program.read((tx) => selectAsked(tx, ASKED_MAX));
      for (const each of asked) if (running.size < AT_ONCE && !running.has(each.orgNo)) start(each);
    } while (isAskedAgain && !stopping.signal.aborted);
    if (running.size === 0) onIdle?.();
  }

  function start(asked: Asked): void {
    const done = work(deps, asked, stopping.signal).then(
      () => {
        running.delete(asked.orgNo);
        nudge();
      },
      (error: unknown) => {
        running.delete(asked.orgNo);
        failed(error);
      },
    );
    running.set(asked.orgNo, done);
  }

  function failed(error: unknown): void {
    if (stopping.signal.aborted) return;
    program.log.error({ err: error }, 'importing');
    const timer = setTimeout(() => {
      timers.delete(timer);
      nudge();
    }, AGAIN_MS).unref();
    timers.add(timer);
  }

  function nudge(): void {
    if (stopping.signal.aborted) return;
    isAskedAgain = true;
    looking ??= look()
      .catch(failed)
      .finally(() => {
        looking = undefined;
      });
  }

  return {
    nudge,
    async close() {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
      await looking;
      await Promise.all(running.values());
    },
  };
}

async function work(deps: ImportingDeps, asked: Asked, signal: AbortSignal): Promise<void> {
  const ctx = deps.ctxOf(actorOf(asked));
  try {
    const { bytes } = (await ctx.read((tx) => findImport(tx, asked.id), AS)) ?? { bytes: 0 };
    const file = await fileOnDisk(ctx, deps, { id: asked.id, bytes });
    try {
      const of = { ...asked, path: file.path, signal };
      await (asked.state === 'checking' ? checkImport(ctx, deps, of) : recordImport(ctx, deps, of));
    } finally {
      await file.remove();
    }
  } catch (error) {
    if (!(error instanceof Problem) || signal.aborted) throw error;
    await ctx.write((tx) => setFailed(tx, asked.id, { problem: keptProblem(error), at: ctx.clock.now() }), AS);
  }
}

function keptProblem(problem: Problem): KeptProblem {
  const [zh, en] = (['zh', 'en'] as const).map((language) => problemBody(problem, language, 'v1').title);
  return { code: problem.code, zh: zh ?? problem.code, en: en ?? problem.code };
}

/** Whoever asked for it had the right to. */
function actorOf({ orgNo, orgId, person, key, site, via, viaId }: Asked): Actor {
  return {
    is: key === null ? 'person' : 'key',
    rights: new Set(['query', 'capture'] as const),
    org: { no: orgNo, id: orgId },
    ...(via === null || viaId === null ? {} : { via: { no: via, id: viaId } }),
    ...(person === null ? {} : { personId: person }),
    ...(key === null ? {} : { keyId: key, role: 'capture' }),
    ...(site === null ? {} : { site }),
  };
}
