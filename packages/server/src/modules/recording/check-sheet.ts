/** What a sheet would be if it were recorded now, and what its pack would find. Nothing is kept. */
import type { CheckSheet, SheetCheck } from '@suyuan/api';
import { eventFacts, readContext } from '@suyuan/epcis';
import { type Sheet, sheetEvent } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { judgeAhead } from '../compliance/index.ts';
import { actingFor } from '../identity/index.ts';
import type { RecordingDeps } from './deps.ts';
import { findPack } from './forms.ts';

const STANDARD = readContext([]);

/** @param id of the sheet, of which its event has its own */
export async function checkSheet(
  ctx: Ctx,
  { program, packs }: Pick<RecordingDeps, 'program' | 'packs'>,
  { id, ...sheet }: CheckSheet & { readonly id: string },
): Promise<SheetCheck> {
  const pack = findPack(await packs(), sheet.pack);
  const built = sheetEvent(pack.loaded, wholeOf(sheet), `urn:uuid:${id}`);
  if (!built.ok) return { faults: built.faults, findings: [] };
  const { event, stage } = built;
  const { no: orgNo } = actingFor(ctx.actor);
  const findings = await judgeAhead(program, { pack, orgNo }, eventFacts(event, STANDARD));
  return {
    faults: [],
    ...(stage === undefined ? {} : { stage }),
    findings: findings.map(({ element, rule, unit, effect, message, wayOut, basis }) => ({
      ...(element === undefined ? {} : { element }),
      ...{ rule, effect, message, wayOut, basis },
      ...(unit === undefined ? {} : { unit }),
    })),
    event,
  };
}

function wholeOf({ pack, stage, content }: CheckSheet): Sheet {
  return { pack, stage, ...content, at: content.at ?? '', units: content.units ?? [], values: content.values ?? {} };
}
