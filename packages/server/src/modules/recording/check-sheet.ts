/** What a sheet would be if it were recorded now, and what its pack would find. Nothing is kept. */
import type { CheckSheet, SheetCheck } from '@suyuan/api';
import { eventFacts, readContext } from '@suyuan/epcis';
import { type Sheet, sheetEvent } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { judgeAhead } from '../compliance/index.ts';
import { goodsOf } from '../events/index.ts';
import { actingFor } from '../identity/index.ts';
import { findArrival } from './arrivals.ts';
import type { RecordingDeps } from './deps.ts';
import { findPack } from './forms.ts';
import { differencesOf } from './notice-differences.ts';

const STANDARD = readContext([]);

/** @param id of the sheet, of which its event has its own */
export async function checkSheet(
  ctx: Ctx,
  deps: RecordingDeps,
  { id, ...sheet }: CheckSheet & { readonly id: string },
): Promise<SheetCheck> {
  const { program, packs } = deps;
  const pack = findPack(await packs(), sheet.pack);
  const built = sheetEvent(pack.loaded, wholeOf(sheet), `urn:uuid:${id}`);
  if (!built.ok) return { faults: built.faults, findings: [] };
  const { event, stage } = built;
  const { no: orgNo } = actingFor(ctx.actor);
  const facts = eventFacts(event, STANDARD);
  const findings = await judgeAhead(program, { pack, orgNo }, facts);
  const { notice } = sheet.content;
  const sent = notice === undefined ? undefined : await findArrival(ctx, deps, notice);
  return {
    faults: [],
    ...(stage === undefined ? {} : { stage }),
    findings: findings.map(({ element, rule, unit, effect, message, wayOut, basis }) => ({
      ...(element === undefined ? {} : { element }),
      ...{ rule, effect, message, wayOut, basis },
      ...(unit === undefined ? {} : { unit }),
    })),
    ...(sent === undefined ? {} : { differences: differencesOf(sent.goods, goodsOf(facts), sent.contentsOf) }),
    event,
  };
}

function wholeOf({ pack, stage, content }: CheckSheet): Sheet {
  return { pack, stage, ...content, at: content.at ?? '', units: content.units ?? [], values: content.values ?? {} };
}
