/** So many rows of an answer, and how to ask for the next. */
import { hash } from 'node:crypto';
import { Problem, type TraceAnswer } from '@suyuan/api';
import { collected, type Told } from './answer.ts';
import { LISTS } from './lists.ts';

export interface PageAsked {
  /** Rows at most, of all lists together, in their order; all if not given. */
  readonly limit?: number;
  /** `completeness.next` of the page before. */
  readonly after?: string;
}

/** @throws Problem `query.parameter`, or `trace.changed` where the rows are not those that the page before was of */
export function pageOf(told: Told, { limit, after }: PageAsked): Told {
  if (limit === undefined && after === undefined) return told;
  const answer = collected(told);
  const digest = digestOf(answer);
  const from = after === undefined ? 0 : fromOf(after, digest);
  const to = from + (limit ?? Number.POSITIVE_INFINITY);
  const page: TraceAnswer = { ...answer };
  let before = 0;
  for (const list of LISTS) {
    const rows: readonly object[] = answer[list];
    Object.assign(page, { [list]: rows.slice(Math.max(0, from - before), Math.max(0, to - before)) });
    before += rows.length;
  }
  if (before <= to) return page;
  return { ...page, completeness: { ...answer.completeness, complete: false, next: `${to}.${digest}` } };
}

function fromOf(after: string, digest: string): number {
  const [, from, of] = /^(\d{1,9})\.([\w-]{22})$/.exec(after) ?? [];
  if (from === undefined) throw new Problem('query.parameter', { name: 'after' });
  if (of !== digest) throw new Problem('trace.changed');
  return Number(from);
}

/** Of what decides which rows stand where. */
function digestOf(answer: TraceAnswer): string {
  const told = LISTS.map((list) => JSON.stringify(answer[list])).join('\n');
  return hash('sha256', told, 'base64url').slice(0, 22);
}
