/** Forms of the stages that an organisation may record, by the packs of what it deals in. */
import { type Forms, Problem, type SheetContent, type StageFormBody } from '@suyuan/api';
import { dayOf, type StageForm, stageForm } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { readOrganisations } from '../compliance/index.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import type { RecordingDeps } from './deps.ts';
import { contentOf } from './sealed-content.ts';
import { findLast } from './store-sheets.ts';

export async function formsOf(ctx: Ctx, { program, packs }: RecordingDeps): Promise<Forms> {
  mustBe(ctx.actor, 'query');
  const { no } = actingFor(ctx.actor);
  const org = (await program.read((tx) => readOrganisations(tx, [no]))).get(no);
  const day = dayOf(ctx.clock.now().getTime());
  const kind = org?.kind ?? undefined;
  const applying = (await packs()).filter(({ pack: { goods } }) =>
    goods.categories.some((category) => org?.categories.includes(category) === true),
  );
  return {
    packs: applying.map(({ pack, loaded }) => ({
      ...{ pack: pack.id, version: pack.version, name: pack.name },
      ...(pack.usualFirst === undefined ? {} : { first: pack.usualFirst }),
      stages: pack.stages.flatMap(({ id, name, who }) => {
        if (who !== undefined && kind !== undefined && who.every((each) => each !== kind)) return [];
        const form = stageForm(loaded, id, day);
        return form?.name === name ? [{ stage: id, name, handover: form.handover }] : [];
      }),
    })),
  };
}

export interface OfStage {
  readonly pack: string;
  readonly stage: string;
}

/** @throws Problem `resource.not-found` */
export async function formOf(ctx: Ctx, { keyring, packs }: RecordingDeps, of: OfStage): Promise<StageFormBody> {
  mustBe(ctx.actor, 'query');
  const { no: orgNo } = actingFor(ctx.actor);
  const form = stageForm(findPack(await packs(), of.pack).loaded, of.stage, dayOf(ctx.clock.now().getTime()));
  if (form === undefined) throw new Problem('resource.not-found', { what: `${of.pack}/${of.stage}` });
  const last = await ctx.read((tx) => findLast(tx, of), { as: 'identity' });
  return {
    ...form,
    ...(last === undefined ? {} : { last: offered(form, contentOf(keyring, { orgNo, id: last.id }, last)) }),
  };
}

/** @throws Problem `resource.not-found` */
export function findPack(packs: readonly PackInUse[], id: string): PackInUse {
  const found = packs.find(({ pack }) => pack.id === id);
  if (found === undefined) throw new Problem('resource.not-found', { what: id.slice(0, 200) });
  return found;
}

/** What may be the same again: not the goods and their dates, nor when, nor who. */
function offered(form: StageForm, { place, from, to, values = {} }: SheetContent): SheetContent {
  const again = form.fields.filter(
    ({ isPersonal, entered, fixed, type }) =>
      !isPersonal && entered === 'value' && !fixed && type !== 'date' && type !== 'dateTime',
  );
  const kept = Object.fromEntries(
    again.flatMap(({ element }) => (values[element] === undefined ? [] : [[element, values[element]]])),
  );
  return {
    ...(place === undefined ? {} : { place }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    values: kept,
  };
}
