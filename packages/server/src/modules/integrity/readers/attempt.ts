/** One try of a group: all its effects or none, and the transaction goes on in either case. */
import { inspect } from 'node:util';
import { isAnsweredByDatabase, isUnavailable, type Tx } from '../../../platform/db/index.ts';
import { beginGroup, endGroup, type LogRun, type OwnedRun, undoGroup } from './store.ts';

/** Runs of one organisation, in the order of the log. */
export interface LogGroup {
  readonly orgNo: number;
  readonly runs: readonly LogRun[];
}

/**
 * What a reader does with a group. Everything that it does is done in `tx`, so that it stands exactly when the checkpoint
 * does: nothing else may come of it, since it may be called again for the same runs.
 */
export type Handle = (tx: Tx, group: LogGroup) => Promise<void>;

/** A sentence and the beginning of a stack; the table refuses more. */
const ERROR_LENGTH_MAX = 1_000;

/**
 * Undefined when the group went through; else what went wrong, and nothing of the group is left.
 * Throws when the database is away: that is no fault of the group.
 */
export async function attempt(
  tx: Tx,
  handle: Handle,
  group: { readonly orgNo: number; readonly runs: readonly OwnedRun[] },
): Promise<string | undefined> {
  const runs = group.runs.map(({ first, count, block }) => ({ first, count, block }));
  await beginGroup(tx, group.orgNo);
  try {
    await handle(tx, { orgNo: group.orgNo, runs });
    // Here a statement that failed and that the handler passed over comes to light.
    await endGroup(tx);
    return undefined;
  } catch (error) {
    // On a connection that is gone this fails as well, and with it the transaction.
    await undoGroup(tx);
    // What else a handler could not reach is its own affair: other organisations must not wait for that.
    if (isUnavailable(error) && isAnsweredByDatabase(error)) throw error;
    return textOf(error);
  }
}

function textOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);
  // PostgreSQL stores no NUL; an error that cannot be written down would stop the reader.
  return text.replaceAll('\0', '\ufffd').slice(0, ERROR_LENGTH_MAX);
}
