/** Sends a file of records in parts, has it checked, and goes on with what was begun before. */
import { IMPORT_PART_BYTES, type ImportBody, type Imports, type ImportWhole, type NewImport } from '@suyuan/api';
import { type Api, ApiProblem } from '../../api.ts';
import { newId } from '../record/new-id.ts';
import { IMPORTS_PATH, importPath, type OfStage } from './path.ts';
import { type Patience, untilAnswered } from './until-answered.ts';

export interface ToSend extends OfStage {
  readonly file: File;
}

export interface Watch extends Patience {
  readonly onSent: (share: number) => void;
}

/** What the file became, or the import that it was before. */
export interface Sent {
  readonly id: string;
  readonly wasBefore: boolean;
}

/** The browser could not read the file: it was changed since it was chosen, or moved away. */
export class UnreadFile extends Error {
  override readonly name = 'UnreadFile';
}

const LISTED = 200;
const OCTETS = 'application/octet-stream';

/** @throws ApiProblem, UnreadFile */
export async function sendRecords(api: Api, { file, pack, stage }: ToSend, watch: Watch): Promise<Sent> {
  const whole: NewImport = { pack, stage, name: file.name, bytes: file.size };
  const { imports } = await untilAnswered(() => api.get<Imports>(`${IMPORTS_PATH}?perPage=${LISTED}`), watch);
  const id = imports.find((each) => isBegun(each, whole, file))?.id ?? newId();
  const begun = await untilAnswered(() => api.send<ImportWhole>('PUT', importPath(id), whole), watch);
  const parts = Math.ceil(file.size / IMPORT_PART_BYTES);
  let left = begun.missing.length;
  watch.onSent(1 - left / parts);
  for (const number of begun.missing) {
    const part = await partOf(file, number);
    await untilAnswered(() => api.putFile(`${importPath(id)}/parts/${number}`, part), watch);
    left -= 1;
    watch.onSent(1 - left / parts);
  }
  return checked(api, id, watch);
}

/** Parts of a file that was changed since are of another one, whatever its name and size. */
function isBegun(begun: ImportBody, { pack, stage, name, bytes }: NewImport, { lastModified }: File): boolean {
  const isSame = begun.pack === pack && begun.stage === stage && begun.name === name && begun.bytes === bytes;
  return begun.state === 'uploading' && isSame && lastModified < Date.parse(begun.madeAt);
}

async function partOf(file: File, number: number): Promise<Blob> {
  const from = (number - 1) * IMPORT_PART_BYTES;
  const bytes = await file
    .slice(from, from + IMPORT_PART_BYTES)
    .arrayBuffer()
    .catch((cause: unknown) => {
      throw new UnreadFile(file.name, { cause });
    });
  return new Blob([bytes], { type: OCTETS });
}

async function checked(api: Api, id: string, watch: Patience): Promise<Sent> {
  try {
    await untilAnswered(() => api.send('POST', `${importPath(id)}/check`), watch);
    return { id, wasBefore: false };
  } catch (error) {
    const before = sameAs(error);
    if (before === undefined) throw error;
    // Of the same file one import is enough; where this is not answered, it stands in the list and goes by itself.
    await api.send('DELETE', importPath(id)).catch(() => undefined);
    return { id: before, wasBefore: true };
  }
}

/** The import that is of the same file. */
function sameAs(error: unknown): string | undefined {
  if (!(error instanceof ApiProblem) || error.code !== 'import.exists') return undefined;
  return /[\da-f-]{36}/.exec(error.findings[0]?.value ?? '')?.[0];
}
