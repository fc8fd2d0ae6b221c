/** Changes a store at random, again and again, each time from the same one, and asks `verify` what it sees. */
import pg from 'pg';
import type { Fault } from '../../src/modules/events/index.ts';
import { checkAll } from '../../src/modules/events/verify/verify.ts';
import type { Tx } from '../../src/platform/db/index.ts';
import { seededRandom } from '../trace-oracle/random.ts';
import type { FilledStore } from './filled-store.ts';
import { applyMutation, drawMutation, type Mutation, told } from './mutation.ts';
import { ONLY_OUTSIDE } from './only-outside.ts';
import { readStore, readTables } from './store-rows.ts';

/** What became of them. */
export interface Outcome {
  applied: number;
  /** The database itself refused them: a constraint. */
  refused: number;
  found: number;
  /** Seen by a witness outside alone: what of `ONLY_OUTSIDE`, and how often. */
  readonly listed: Map<string, number>;
  /** Not found, and not listed either. */
  readonly missed: string[];
  /** By table and column, and by kind: how many were applied. */
  readonly reached: Map<string, number>;
}

/** Tables that come and go with each look are kept in the catalogue until the transaction ends. */
const IN_ONE_TRANSACTION = 250;

export async function tryMutations(
  store: FilledStore,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<Outcome> {
  const random = seededRandom(seed);
  const outcome: Outcome = { applied: 0, refused: 0, found: 0, listed: new Map(), missed: [], reached: new Map() };
  while (outcome.applied < count) {
    await store.inside(async (tx) => {
      const rows = await readStore(tx, await readTables(tx));
      const end = Math.min(count, outcome.applied + IN_ONE_TRANSACTION);
      while (outcome.applied < end) {
        const mutation = drawMutation(random, rows);
        if (mutation === undefined) continue;
        const faults = await faultsAfter(tx, () => applyMutation(tx, mutation));
        if (faults === undefined) {
          outcome.refused += 1;
          continue;
        }
        outcome.applied += 1;
        count1(outcome.reached, `${mutation.table.name}.${mutation.column.name}`);
        count1(outcome.reached, mutation.kind);
        if (faults.length > 0) outcome.found += 1;
        else enter(outcome, mutation, ONLY_OUTSIDE.find(({ matches }) => matches(mutation, rows))?.what);
      }
    });
  }
  return outcome;
}

function enter({ listed, missed }: Outcome, mutation: Mutation, what: string | undefined): void {
  if (what === undefined) missed.push(told(mutation));
  else count1(listed, what);
}

function count1(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** What is found after a change, which is then taken back; undefined where the database refuses the change. */
export async function faultsAfter(tx: Tx, change: () => Promise<unknown>): Promise<Fault[] | undefined> {
  await tx.query('savepoint mutation');
  try {
    await change();
  } catch (error) {
    // Integrity constraints, values that a type does not have, columns that are not written.
    if (!(error instanceof pg.DatabaseError) || !/^(22|23|428C9)/.test(error.code ?? '')) throw error;
    await tx.query('rollback to savepoint mutation');
    return undefined;
  }
  const faults: Fault[] = [];
  await checkAll(tx, (step) => {
    if ('kind' in step) faults.push(step);
  });
  await tx.query('rollback to savepoint mutation');
  await tx.query('release savepoint mutation');
  return faults;
}
