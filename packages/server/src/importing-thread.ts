/**
 * Checking and recording of files in a thread of its own, so that a table of a hundred thousand rows holds up no answer, and its heap is
 * bounded. There is a thread only while there is a file to read.
 */
import { on, once } from 'node:events';
import { join } from 'node:path';
import { parentPort, type Worker } from 'node:worker_threads';
import type { Config } from './config.ts';
import { interlockOf } from './modules/compliance/index.ts';
import { joinSpoolFolder, withSites } from './modules/events/index.ts';
import { openKeyring } from './modules/identity/index.ts';
import { type Importing, isSomethingAsked, keepImporting } from './modules/imports/index.ts';
import { createSequencer } from './modules/integrity/index.ts';
import { openShelf } from './modules/standards/index.ts';
import { systemClock } from './platform/clock/index.ts';
import { type Ctx, createCtx, systemCtx } from './platform/ctx.ts';
import { joinRows } from './platform/db/index.ts';
import { createLog, type LogLevel } from './platform/log/index.ts';
import { yieldToAnswers } from './yield-to-answers.ts';

/** What the thread is started with. */
export interface ImportingGiven extends Pick<Config, 'dataDir' | 'secretKeys'> {
  readonly task: 'importing';
  readonly connectionString: string;
  readonly logLevel: LogLevel;
}

/** What it tells: the log has grown, or it has nothing to do. */
type Said = 'sequenced' | 'idle';

/** A thread that ends by itself, such as for want of memory, is started again after this. */
const AGAIN_MS = 1_000;

/** A thread that has nothing to do waits so long for more: what was checked is recorded next. */
const REST_MS = 60_000;

interface Apart {
  start(): Worker;
  /** The program's own. */
  readonly program: Ctx;
  /** The log has grown. */
  onSequenced(): void;
}

/** What the answering thread holds of it. */
export function keepImportingApart({ start, program, onSequenced }: Apart): Importing {
  let isClosing = false;
  let thread: Worker | undefined;
  let again: NodeJS.Timeout | undefined;
  let resting: NodeJS.Timeout | undefined;

  function run(): void {
    const started = start();
    thread = started;
    started.unref();
    started.on('error', (error) => program.log.error({ err: error }, 'importing: the thread has failed'));
    started.on('message', (said: Said) => {
      if (said === 'sequenced') return onSequenced();
      // It says so after each look.
      clearTimeout(resting);
      resting = setTimeout(() => started.postMessage('close'), REST_MS).unref();
    });
    started.once('exit', (code) => {
      thread = undefined;
      clearTimeout(resting);
      // Something may have come while it was ending; one that failed goes on where it was.
      if (!isClosing) again = setTimeout(look, code === 0 ? 0 : AGAIN_MS).unref();
    });
  }
  function look(): void {
    if (isClosing) return;
    clearTimeout(resting);
    if (thread !== undefined) return thread.postMessage('nudge');
    program.read(isSomethingAsked).then(
      (is) => {
        if (is && !isClosing && thread === undefined) run();
      },
      (error: unknown) => {
        program.log.error({ err: error }, 'importing: will look again');
        again = setTimeout(look, AGAIN_MS).unref();
      },
    );
  }
  return {
    nudge: look,
    async close() {
      isClosing = true;
      clearTimeout(again);
      if (thread === undefined) return;
      thread.ref();
      const ended = once(thread, 'exit');
      thread.postMessage('close');
      await ended;
    },
  };
}

/** The thread itself: until it is told to close. */
export async function importInThread({
  connectionString,
  dataDir,
  secretKeys,
  logLevel,
}: ImportingGiven): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('is no thread');
  yieldToAnswers();
  const say = (said: Said): void => port.postMessage(said);
  const access = joinRows({ connectionString });
  const given = { access, clock: systemClock, log: createLog(logLevel) };
  const program = systemCtx(given);
  const { packs } = openShelf(program);
  const sequencer = createSequencer(program, { onSequenced: () => say('sequenced') });
  const importing = keepImporting(
    {
      ...{ program, sequencer, packs, ctxOf: (actor) => createCtx(given, actor) },
      interlock: withSites(interlockOf({ program, packs })),
      spoolFolder: joinSpoolFolder(dataDir),
      keyring: openKeyring(secretKeys === undefined ? { dir: join(dataDir, 'keys') } : { keys: secretKeys }),
    },
    { onIdle: () => say('idle') },
  );
  importing.nudge();
  try {
    for await (const [told] of on(port, 'message')) {
      if (told === 'close') break;
      importing.nudge();
    }
  } finally {
    await importing.close();
    await sequencer.close();
    await access.close();
  }
}
