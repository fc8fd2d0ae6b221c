import { type Context, readContext } from '@suyuan/epcis';
import type { Tx } from '../../../platform/db/index.ts';
import { textKey } from '../keys.ts';
import { insertContext } from './store.ts';

/** What the names in a document mean, and under what that is kept. */
export interface GivenContext {
  readonly context: Context;
  readonly contextId: string;
  /** As kept; `null` stands for a document that does not say. */
  readonly text: string;
}

export function readGivenContext(given: unknown): GivenContext {
  const text = JSON.stringify(given ?? null);
  return { context: readContext(given), contextId: textKey(text), text };
}

/** Keeps it once, however many documents say the same. */
export async function keepContext(tx: Tx, given: unknown): Promise<GivenContext> {
  const read = readGivenContext(given);
  await insertContext(tx, read.contextId, read.text);
  return read;
}
