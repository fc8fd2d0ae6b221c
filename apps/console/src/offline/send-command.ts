/** One command, sent as often as a bad line takes: the sheet is saved, checked and recorded under ids of its own, so that nothing is done twice. */
import type { SheetCheck, SheetWhole } from '@suyuan/api';
import { type Api, ApiProblem } from '../api.ts';
import { SHEETS_PATH } from '../pages/record/path.ts';
import type { RecordCommand, Stop } from './command.ts';
import { forgetRemoved, makeKnown } from './device-key.ts';

/** `later`: the line was lost again, or the server is busy, or the session has ended. */
export type Sent = 'done' | 'later' | Stop;

export async function sendCommand(api: Api, command: RecordCommand): Promise<Sent> {
  const { id, owner, pack, stage, name, version, content, proof } = command;
  try {
    if (proof !== undefined) await makeKnown(api, owner);
    const saved = await api.send<SheetWhole>('PUT', `${SHEETS_PATH}/${id}`, { pack, stage, name, version, content });
    // An answer was lost, not the record.
    if (saved.state === 'recorded' || saved.state === 'waiting') return 'done';
    const told = await api.send<SheetCheck>('POST', `${SHEETS_PATH}/check`, { pack, stage, content });
    if (told.faults.length > 0 || told.findings.some(({ effect }) => effect === 'refuse'))
      return { why: 'told', title: '' };
    await api.send<SheetWhole>('POST', `${SHEETS_PATH}/${id}/submission`, { version: saved.version, command: proof });
    return 'done';
  } catch (error) {
    await forgetRemoved(error, owner);
    return afterRefusal(error);
  }
}

function afterRefusal(error: unknown): Sent {
  if (!(error instanceof ApiProblem)) throw error;
  const { status, code, title } = error;
  if (code === 'sheet.changed') return { why: 'conflict', title };
  const isForNow = status === 0 || status === 401 || status === 429 || status >= 500 || code === 'unreadable';
  return isForNow ? 'later' : { why: 'refused', title };
}
