/** Records the rows of a file, some hundred at a time. Each is one event of its own identity, however often it is tried. */
import { Problem } from '@suyuan/api';
import { withoutPersonalNumbers } from '@suyuan/codes';
import type { Ctx } from '../../platform/ctx.ts';
import { captureEach } from '../events/index.ts';
import { actingFor, noteHere } from '../identity/index.ts';
import type { ToCheck } from './check-import.ts';
import type { ImportingDeps } from './deps.ts';
import { openImport } from './reading-of.ts';
import { findImport, noteStep, type Refusal, setRecorded } from './store-imports.ts';
import { turnTaker } from './turns.ts';

/** As many as the store takes in one statement. */
const ROWS_AT_ONCE = 500;
/** Of a document that is at hand whole, less what is around its events. */
const CHARS_AT_ONCE = 300_000;
const AS = { as: 'identity' } as const;

interface Line {
  readonly row: number;
  readonly text: string;
}

export interface ToRecord extends ToCheck {
  readonly lastRow: number;
}

/** Goes on behind the last row that was noted. @throws Problem of the file as a whole */
export async function recordImport(ctx: Ctx, deps: ImportingDeps, of: ToRecord): Promise<void> {
  const { readRow, rows, eventID } = await openImport(ctx, deps, of);
  const turn = turnTaker();
  let [lines, chars, from, to]: [Line[], number, number, number] = [[], 0, of.lastRow, of.lastRow];
  const step = async (): Promise<boolean> => {
    const { recorded, refusals } = await record(ctx, deps, lines);
    const noted = { from, to, handled: lines.length, recorded, refusals, at: ctx.clock.now() };
    [lines, chars, from] = [[], 0, to];
    return ctx.write((tx) => noteStep(tx, { orgNo: actingFor(ctx.actor).no, id: of.id }, noted), AS);
  };
  for await (const row of rows()) {
    await turn();
    if (of.signal.aborted) return;
    if (row.row <= of.lastRow) continue;
    const read = readRow(row);
    if (read.ok) {
      const text = JSON.stringify({ ...read.event, eventID: eventID(row.row) });
      lines.push({ row: row.row, text });
      chars += text.length;
    }
    to = row.row;
    if (lines.length < ROWS_AT_ONCE && chars < CHARS_AT_ONCE) continue;
    // Another program does it.
    if (!(await step())) return;
  }
  if (to > from && !(await step())) return;
  await finish(ctx, of);
}

async function finish(ctx: Ctx, { id, pack, stage }: ToRecord): Promise<void> {
  await ctx.write(async (tx) => {
    if (!(await setRecorded(tx, id, ctx.clock.now()))) return;
    const done = await findImport(tx, id);
    const { name = '', recorded = 0, refused = 0, faulty = 0 } = done ?? {};
    const detail = { pack, stage, name: withoutPersonalNumbers(name), recorded, refused, faulty };
    await noteHere(tx, ctx, { kind: 'import.recorded', about: id, detail });
  }, AS);
}

interface Outcome {
  readonly recorded: number;
  readonly refusals: readonly Refusal[];
}

/** What is refused is told of its row alone. Where more is refused than is told, halves are asked for: what was recorded is not recorded anew. */
async function record(ctx: Ctx, deps: ImportingDeps, lines: readonly Line[]): Promise<Outcome> {
  if (lines.length === 0) return { recorded: 0, refusals: [] };
  const { capturedCount, duplicateCount, errorCount, errors } = await capture(ctx, deps, lines);
  if (errorCount > errors.length && lines.length > 1) {
    const middle = lines.length >> 1;
    const halves = [
      await record(ctx, deps, lines.slice(0, middle)),
      await record(ctx, deps, lines.slice(middle)),
    ] as const;
    return {
      recorded: halves[0].recorded + halves[1].recorded,
      refusals: halves.flatMap(({ refusals }) => refusals),
    };
  }
  const refusals = new Map<number, Refusal>();
  for (const { eventIndex = 0, message } of errors) {
    const row = lines[eventIndex]?.row ?? 0;
    const { zh, en } = message;
    if (!refusals.has(row)) refusals.set(row, { row, zh: withoutPersonalNumbers(zh), en: withoutPersonalNumbers(en) });
  }
  return { recorded: capturedCount + duplicateCount, refusals: [...refusals.values()] };
}

async function capture(ctx: Ctx, deps: ImportingDeps, lines: readonly Line[]): ReturnType<typeof captureEach> {
  const head = JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: ctx.clock.now().toISOString() },
  });
  const text = `${head.slice(0, -1)},"epcisBody":{"eventList":[${lines.map((line) => line.text).join(',')}]}}`;
  try {
    return await captureEach(ctx, deps, text);
  } catch (error) {
    // A row that is too large for a document by itself is that row's fault.
    if (!(error instanceof Problem && error.code === 'request.too-large')) throw error;
    const message = { zh: '这一行的内容过多', en: 'There is too much in this row' };
    const errors = [{ eventIndex: 0, pointer: '', rule: 'import.row', message }];
    return { capturedCount: 0, duplicateCount: 0, errorCount: lines.length, errors };
  }
}
