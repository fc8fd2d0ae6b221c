/** What `verify` cannot find, since nothing in this database contradicts it: a witness outside could show it. */

import { unpackTexts } from '../../src/modules/events/blocks.ts';
import { DERIVATION } from '../../src/modules/events/capture/derive.ts';
import type { Mutation } from './mutation.ts';
import type { Row, Store } from './store-rows.ts';

interface OnlyOutside {
  readonly what: string;
  readonly why: string;
  readonly matches: (mutation: Mutation, store: Store) => boolean;
}

export const ONLY_OUTSIDE: readonly OnlyOutside[] = [
  {
    what: 'when a run was put in the log',
    why: 'no leaf covers it: it comes after the leaf',
    matches: isOfColumns('integrity.log', ['sequenced_at']),
  },
  {
    what: 'the order of two runs of equal length',
    why: 'the log is the order; only a checkpoint that was handed out says another',
    matches: (mutation) => isOfColumns('integrity.log', ['first_position'])(mutation) && mutation.kind === 'swap',
  },
  {
    what: 'the order of what waits for the log',
    why: 'it has no position yet',
    matches: isOfColumns('integrity.pending', ['id']),
  },
  {
    what: 'what an organisation is called, how it stands, and since when',
    why: 'leaves cover its UUID; what happened to it is told by what was noted',
    matches: isOfColumns('identity.organisation', [
      ...['code', 'name', 'created_at', 'kind', 'status', 'parent_no', 'merged_into', 'region', 'categories'],
      'second_factor',
    ]),
  },
  {
    what: 'an organisation that has recorded nothing',
    why: 'nothing that was received names it',
    matches: (mutation, store) =>
      mutation.table.name === 'identity.organisation' &&
      isOfEvery(mutation, (row) => !isNamed(store, 'org_no', row.no)),
  },
  {
    what: 'when a job ended, how faults were to be treated, what its faults were',
    why: 'no leaf covers it',
    matches: isOfColumns('events.capture_job', ['finished_at', 'error_behaviour', 'errors', 'error_count']),
  },
  {
    what: 'how many personal data a capture moved, and from where',
    why: 'that they are no longer there is the purpose',
    matches: isOfColumns('events.capture_job', ['moved_count', 'moved']),
  },
  {
    what: 'how many events of a job were not stored, and that it failed',
    why: 'what was not stored is nowhere else',
    matches: isOfColumns('events.capture_job', ['event_count', 'duplicate_count', 'success']),
  },
  {
    what: 'a job that stored nothing',
    why: 'nothing that was received names it',
    matches: (mutation, store) =>
      mutation.table.name === 'events.capture_job' && isOfEvery(mutation, (row) => !isNamed(store, 'job_id', row.id)),
  },
  {
    what: 'a context that nothing was received with, gone',
    why: 'nothing that was received names it',
    matches: (mutation, store) =>
      mutation.table.name === 'events.context' &&
      mutation.kind === 'delete' &&
      isOfEvery(mutation, (row) => !isNamed(store, 'context_id', row.id)),
  },
  {
    what: 'other compressed bytes of the same texts',
    why: 'the format has bits without meaning; what was received is the same',
    matches: ({ table, column, before, after }) =>
      table.name === 'events.received' && column.name === 'packed' && textsOf(before) === textsOf(after),
  },
  {
    what: 'that events are of an older version of the rules than they are',
    why: 'so it is after an update of the program until its next start, which derives them anew',
    matches: ({ table, column, after: [row, ...more] }) =>
      table.name === 'events.derivation' &&
      column.name === 'version' &&
      more.length === 0 &&
      Number(row?.version) >= 0 &&
      Number(row?.version) < DERIVATION,
  },
  {
    what: 'the end of the log cut off together with its blocks',
    why: 'the log before is whole',
    matches: ({ kind }) => kind === 'cut-end',
  },
  {
    what: 'what was received and its leaf, both written anew',
    why: 'both that are trusted agree',
    matches: ({ kind }) => kind === 'rewrite',
  },
];

/** Nothing but these columns is another than before. */
function isOfColumns(table: string, columns: readonly string[]): (mutation: Mutation) => boolean {
  return (mutation) =>
    mutation.table.name === table &&
    mutation.before.length > 0 &&
    mutation.before.length === mutation.after.length &&
    columns.includes(mutation.column.name);
}

function isOfEvery({ before, after }: Mutation, holds: (row: Row) => boolean): boolean {
  return [...before, ...after].every(holds);
}

/** Whether something that was received has this value. */
function isNamed({ rows }: Store, column: string, value: string | null | undefined): boolean {
  return (rows.get('events.received') ?? []).some((row) => row[column] === value);
}

function textsOf(rows: readonly Row[]): string {
  return JSON.stringify(rows.map(({ packed }) => unpackTexts(Buffer.from(packed?.slice(2) ?? '', 'hex'))));
}
