/** What a sheet would be if it were recorded now, and what its pack would find. Nothing is kept. */
import type { CheckSheet, SheetCheck } from '@suyuan/api';
import { eventFacts, readContext } from '@suyuan/epcis';
import { dayOf, type Sheet, sheetEvent, stageForm } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { judgeAhead } from '../compliance/index.ts';
import { goodsOf } from '../events/index.ts';
import { actingFor } from '../identity/index.ts';
import { checkAgainst, type NamedOrder, orderNamed } from '../orders/index.ts';
import type { PackInUse } from '../standards/index.ts';
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
  const order = sheet.content.order === undefined ? undefined : await orderNamed(ctx, sheet.content.order);
  const ofOrder = orderFaults(ctx, { sheet, pack, order });
  const eventID = `urn:uuid:${id}`;
  const built = sheetEvent(pack.loaded, { ...wholeOf(sheet), orderUri: order?.uri }, eventID);
  if (!built.ok) return { faults: [...built.faults, ...ofOrder], findings: [] };
  if (ofOrder.length > 0) return { faults: ofOrder, findings: [] };
  const { event, stage } = built;
  const { no: orgNo } = actingFor(ctx.actor);
  const facts = eventFacts(event, STANDARD);
  const findings = await judgeAhead(program, { pack, orgNo }, facts);
  const { notice } = sheet.content;
  const against = order === undefined ? undefined : await checkAgainst(ctx, order, { eventID, facts });
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
    ...(against === undefined ? {} : { order: against }),
    event,
  };
}

function wholeOf({ pack, stage, content }: CheckSheet): Sheet {
  return { pack, stage, ...content, at: content.at ?? '', units: content.units ?? [], values: content.values ?? {} };
}

interface OfOrder {
  readonly sheet: CheckSheet;
  readonly pack: PackInUse;
  readonly order: NamedOrder | undefined;
}

/** Why the order that is named cannot be shipped for. */
function orderFaults(ctx: Ctx, { sheet, pack, order }: OfOrder): SheetCheck['faults'] {
  if (sheet.content.order === undefined) return [];
  const form = stageForm(pack.loaded, sheet.stage, dayOf(ctx.clock.now().getTime()));
  if (form?.handover !== 'out')
    return [fault('这个环节不是发货，不能对应订单', 'Nothing is shipped in this step, so it is of no order')];
  if (order === undefined) return [fault('没有这张订单', 'There is no such order')];
  if (order.state === 'open') return [];
  return [fault('订单已结束或撤回：请先重新打开订单', 'The order is closed or withdrawn: open it again first')];
}

const fault = (zh: string, en: string) => ({ field: 'order', message: { zh, en } });
