/** What authorities allot for a time, held against what is recorded: entered, withdrawn, and how much is left. */
import { type NewQuota, Problem, type Quota, type QuotaState, type Quotas } from '@suyuan/api';
import { interpret } from '@suyuan/codes';
import { commonAmount } from '@suyuan/epcis';
import type { Ctx } from '../../platform/ctx.ts';
import { chainMaster } from '../disclosure/index.ts';
import { actingFor, mustBe, noteHere } from '../identity/index.ts';
import { displayName, findMasterData } from '../registry/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { amountWords } from './amount-words.ts';
import { type BalanceOf, findBalance } from './balances.ts';
import { readOrganisations } from './store-organisations.ts';
import {
  findQuota,
  insertQuota,
  type QuotaRow,
  selectQuotas,
  selectUsed,
  type UsedRow,
  updateWithdrawn,
} from './store-quotas.ts';

const AS = { as: 'identity' } as const;
/** Twenty products for twenty years. */
const QUOTAS_MAX = 500;
/** From which share on it is told that little is left. */
const NEAR = 0.9;

/** Those that hold, and the accounts that others may be entered for. */
export async function quotasOf(ctx: Ctx, packs: readonly PackInUse[]): Promise<Quotas> {
  mustBe(ctx.actor, 'query');
  const { no } = actingFor(ctx.actor);
  const nowMs = ctx.clock.now().getTime();
  const rows = await ctx.read((tx) => selectQuotas(tx, QUOTAS_MAX));
  const own = (await ctx.read((tx) => readOrganisations(tx, [no]))).get(no);
  const used = await ctx.read(async (tx) => {
    const all: (UsedRow | undefined)[] = [];
    for (const row of rows) {
      const effect = bookOf(packs, row, nowMs)?.balance.quota;
      all.push(effect && (await selectUsed(tx, row, effect)));
    }
    return all;
  });
  const products = [...new Set(rows.map(({ product }) => product))].filter((code) => code !== '');
  const known = await ctx.read(
    (tx) => findMasterData(tx, products, { sees: chainMaster(no), recorders: new Set([no]) }),
    { as: 'chain' },
  );
  return {
    quotas: rows.map((row, i) => {
      const name = displayName(known.get(row.product));
      return {
        ...quotaBody(row, { used: used[i], book: bookOf(packs, row, nowMs) }),
        ...(name === undefined ? {} : { productName: name }),
      };
    }),
    books: booksFor(packs, { categories: own?.categories ?? [], nowMs }),
  };
}

interface For {
  readonly categories: readonly string[];
  readonly nowMs: number;
}

/** Accounts of packs that may be of what the organisation deals in: others have nothing to enter. */
function booksFor(packs: readonly PackInUse[], { categories, nowMs }: For): Quotas['books'] {
  const maybe = packs.filter(
    ({ pack: { goods } }) =>
      // What says by its code what it is may be anybody's.
      goods.schemes !== undefined || goods.categories.some((category) => categories.includes(category)),
  );
  return maybe.flatMap((inUse) =>
    [...new Set((inUse.pack.balances ?? []).map(({ id }) => id))].flatMap((id) => {
      const balance = findBalance(inUse, id, nowMs)?.balance;
      if (balance?.quota === undefined) return [];
      return [{ pack: inUse.pack.id, balance: id, name: balance.name, packName: inUse.pack.name }];
    }),
  );
}

/** @throws Problem `resource.not-found`, `quota.none`, `quota.days`, `quota.overlaps`, `quota.product` */
export async function enterQuota(ctx: Ctx, packs: readonly PackInUse[], given: NewQuota): Promise<Quota> {
  mustBe(ctx.actor, 'manage');
  const { no: orgNo } = actingFor(ctx.actor);
  const at = ctx.clock.now();
  const { pack, balance, from, until, basis } = given;
  const book = bookOf(packs, given, at.getTime());
  if (book === undefined) throw new Problem('resource.not-found', { what: `${pack}/${balance}` });
  const effect = book.balance.quota;
  if (effect === undefined) throw new Problem('quota.none', { what: `${pack}/${balance}` });
  if (from > until) throw new Problem('quota.days');
  const product = productOf(given.product ?? '');
  const { amount, uom } = commonAmount(given.amount, given.uom);
  const row = { pack, balance, product, from, until, amount: String(amount), uom, basis };
  const id = await ctx.write(async (tx) => {
    const made = await insertQuota(tx, { ...row, orgNo, at, by: ctx.actor.personId ?? null });
    if (made === undefined) throw new Problem('quota.overlaps');
    await noteHere(tx, ctx, { kind: 'quota.entered', about: made, detail: { pack, balance, basis } });
    return made;
  }, AS);
  const kept = { ...row, id };
  return quotaBody(kept, { used: await ctx.read((tx) => selectUsed(tx, kept, effect)), book });
}

/** As people write it: a number from a label will do. */
function productOf(given: string): string {
  if (given.trim() === '') return '';
  const { wellFormed, canonical, productOf: product } = interpret(given).reading;
  if (!wellFormed) throw new Problem('quota.product', { code: given });
  return product ?? canonical;
}

/** @throws Problem `resource.not-found` */
export async function withdrawQuota(ctx: Ctx, id: string): Promise<void> {
  mustBe(ctx.actor, 'manage');
  actingFor(ctx.actor);
  await ctx.write(async (tx) => {
    const row = await findQuota(tx, id);
    if (row === undefined || !(await updateWithdrawn(tx, id, ctx.clock.now())))
      throw new Problem('resource.not-found', { what: id });
    const { pack, balance, basis } = row;
    await noteHere(tx, ctx, { kind: 'quota.withdrawn', about: id, detail: { pack, balance, basis } });
  }, AS);
}

function bookOf(
  packs: readonly PackInUse[],
  { pack, balance }: Pick<QuotaRow, 'pack' | 'balance'>,
  nowMs: number,
): BalanceOf | undefined {
  const inUse = packs.find((each) => each.pack.id === pack);
  return inUse && findBalance(inUse, balance, nowMs);
}

interface Held {
  /** Undefined where no pack says any more what counts against it. */
  readonly used: UsedRow | undefined;
  readonly book: BalanceOf | undefined;
}

function quotaBody(row: QuotaRow, { used: found, book }: Held): Quota {
  const { used, unknown, exceededOn } = found ?? { used: '0', unknown: 1, exceededOn: null };
  const amount = Number(row.amount);
  const left = Number((amount - Number(used)).toPrecision(15));
  const state = stateOf({ amount, used: Number(used), unknown, exceededOn });
  const finding = findingOf(state, { left, uom: row.uom, unknown, exceededOn });
  return {
    ...{ id: row.id, pack: row.pack, balance: row.balance, product: row.product, from: row.from, until: row.until },
    ...{ name: book?.balance.name ?? { zh: row.balance, en: row.balance }, amount, uom: row.uom, basis: row.basis },
    ...{ used: Number(used), left, unknown, state },
    ...(exceededOn === null ? {} : { exceededOn }),
    ...(finding === undefined ? {} : { finding }),
  };
}

interface Reckoned {
  readonly amount: number;
  readonly used: number;
  readonly unknown: number;
  readonly exceededOn: string | null;
}

function stateOf({ amount, used, unknown, exceededOn }: Reckoned): QuotaState {
  if (exceededOn !== null) return 'exceeded';
  if (unknown > 0) return 'unclear';
  return used >= amount * NEAR ? 'near' : 'within';
}

interface Left extends Pick<Reckoned, 'unknown' | 'exceededOn'> {
  /** Below zero where it is exceeded. */
  readonly left: number;
  readonly uom: string;
}

/** What is wrong, and what to do. */
function findingOf(state: QuotaState, { left, uom, unknown, exceededOn }: Left): Quota['finding'] {
  const told = amountWords(Math.abs(left), uom);
  const findings: Readonly<Partial<Record<QuotaState, Quota['finding']>>> = {
    exceeded: {
      message: {
        zh: `自 ${exceededOn} 起超出额度，已超 ${told.zh}`,
        en: `Exceeded since ${exceededOn}, by ${told.en}`,
      },
      wayOut: {
        zh: '停止计入额度的活动并报告主管部门；数量记错的，把原记录声明为有误后重新登记；获准追加的，撤销后按新文件录入',
        en: 'Stop what counts against it and report to the authority; where an amount is wrong, declare that record in error and record it anew; where more was allotted, withdraw this and enter the new document',
      },
    },
    near: {
      message: { zh: `只剩 ${told.zh}`, en: `Only ${told.en} left` },
      wayOut: { zh: '安排好剩余额度，或申请追加', en: 'Plan what is left, or apply for more' },
    },
    unclear: {
      message: {
        zh: `${unknown} 处没有登记数量，或用了不能换算的单位，无法算清`,
        en: `${unknown === 1 ? '1 entry does' : `${unknown} entries do`} not say how much, or in a unit that does not convert, so that it cannot be reckoned`,
      },
      wayOut: {
        zh: '登记时写明数量，并用与额度同类的单位',
        en: 'Record amounts, in units of the same kind as the quota',
      },
    },
  };
  return findings[state];
}
