/** Accounts of quantities as people are told them: sums, and what is wrong with them and what to do. */
import type { Account, AccountState, Balances } from '@suyuan/api';
import { readCode } from '@suyuan/codes';
import { basisOf, holdsAt, type PackBalance } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { chainMaster } from '../disclosure/index.ts';
import { actingFor } from '../identity/index.ts';
import { displayName, findMasterData } from '../registry/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { amountWords } from './amount-words.ts';
import { type AccountRow, countAccounts, selectMovedBalances } from './store-accounts.ts';

export interface BalanceOf {
  readonly inUse: PackInUse;
  readonly balance: PackBalance;
}

/** The version that holds today, else the newest; undefined where the pack has no such account. */
export function findBalance(inUse: PackInUse, id: string, nowMs: number): BalanceOf | undefined {
  const versions = (inUse.pack.balances ?? [])
    .filter((balance) => balance.id === id)
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
  const balance = versions.find((each) => holdsAt(each, nowMs)) ?? versions[0];
  return balance && { inUse, balance };
}

export function headOf({ inUse: { pack }, balance }: BalanceOf) {
  const { id, name, by, tolerance = 0, confidence } = balance;
  return { pack: pack.id, balance: id, name, by, tolerance, basis: basisOf(pack, balance), confidence };
}

/** Percent of what came in; null where nothing ever comes in, as of what counts against a quota alone: then nothing is out beyond it. */
export function leewayOf({ entries, tolerance = 0 }: PackBalance): number | null {
  return entries.some(({ effect }) => effect === 'in') ? tolerance : null;
}

/** Those that something was recorded of, with how many accounts are in each state. */
export async function balancesOf(ctx: Ctx, packs: readonly PackInUse[], nowMs: number): Promise<Balances> {
  return ctx.read(async (tx) => {
    const balances: Balances['balances'] = [];
    for (const { pack, balance } of await selectMovedBalances(tx)) {
      const inUse = packs.find((each) => each.pack.id === pack);
      const found = inUse && findBalance(inUse, balance, nowMs);
      if (found === undefined) continue;
      const head = headOf(found);
      const states = await countAccounts(tx, { pack, balance, tolerance: leewayOf(found.balance) });
      balances.push({ ...head, packName: found.inUse.pack.name, states: [...states] });
    }
    return { balances };
  });
}

/** With the names of their products, as the organisation may see them. */
export async function accountsOf(ctx: Ctx, rows: readonly AccountRow[]): Promise<Account[]> {
  const { no } = actingFor(ctx.actor);
  const products = [...new Set(rows.map(({ product }) => product))].filter((code) => code !== '');
  const known = await ctx.read(
    (tx) => findMasterData(tx, products, { sees: chainMaster(no), recorders: new Set([no]) }),
    { as: 'chain' },
  );
  return rows.map((row) => {
    const name = displayName(known.get(row.product));
    return { ...accountOf(row), ...(name === undefined ? {} : { name }) };
  });
}

function accountOf({ shortDay, short, countedDay, counted, countedBook, ...row }: AccountRow): Account {
  const { lot } = row.account === '' ? {} : readCode(row.account).parts;
  const { account, product, uom, records, unknown, lastDay, state } = row;
  const finding = findingOf(row, { short: short ?? '0', shortDay, counted, countedBook });
  return {
    ...{ account, product, uom, records, unknown, lastDay, state },
    ...(lot === undefined ? {} : { lot }),
    ...{ opening: Number(row.opening), in: Number(row.in), out: Number(row.out) },
    ...{ loss: Number(row.loss), closing: Number(row.closing) },
    ...(shortDay === null || short === null ? {} : { short: { day: shortDay, amount: Number(short) } }),
    ...(countedDay === null || counted === null
      ? {}
      : { counted: { day: countedDay, amount: Number(counted), book: Number(countedBook) } }),
    ...(finding === undefined ? {} : { finding }),
  };
}

type Finding = NonNullable<Account['finding']>;

interface Said {
  readonly short: string;
  readonly shortDay: string | null;
  readonly counted: string | null;
  readonly countedBook: string | null;
}

/** What is wrong, and what to do. */
function findingOf(
  { state, uom, unknown }: Pick<AccountRow, 'state' | 'uom' | 'unknown'>,
  said: Said,
): Finding | undefined {
  const { short, shortDay, counted, countedBook } = said;
  const told = (amount: string | null) => amountWords(Number(amount), uom);
  const findings: Readonly<Partial<Record<AccountState, Finding>>> = {
    short: {
      message: {
        zh: `最早在 ${shortDay} 出大于进，当日多出 ${told(short).zh}`,
        en: `First on ${shortDay} more had gone out than had come in: ${told(short).en} by the end of that day`,
      },
      wayOut: {
        zh: '补登漏记的进货或产出；数量记错的，把原记录声明为有误后重新登记',
        en: 'Record what came in or was made and is not recorded; where an amount is wrong, declare that record in error and record it anew',
      },
    },
    differs: {
      message: {
        zh: `盘点为 ${told(counted).zh}，账面为 ${told(countedBook).zh}`,
        en: `${told(counted).en} were counted, and the records say ${told(countedBook).en}`,
      },
      wayOut: {
        zh: '查明差异：补登漏记的出入库或损耗，或重新盘点',
        en: 'Find the difference: record what came, went or was lost and is not recorded, or count again',
      },
    },
    units: {
      message: {
        zh: '数量用了不能互相换算的单位，无法比较进与出',
        en: 'Amounts are in units that do not convert, so that in and out cannot be compared',
      },
      wayOut: {
        zh: '同一产品的进、出请用同一类单位登记（都用重量，或都用件数）',
        en: 'Record what comes in and goes out of one product in units of one kind: by weight, or by pieces',
      },
    },
    unclear: {
      message:
        unknown > 0
          ? {
              zh: `${unknown} 处没有登记数量，无法算清`,
              en: `${unknown === 1 ? '1 entry does' : `${unknown} entries do`} not say how much, so that it cannot be reckoned`,
            }
          : {
              zh: '出的没有登记批号，不知是哪一批',
              en: 'What went out is recorded without its lot, so that it cannot be told from which',
            },
      wayOut: {
        zh: '登记时写明数量和批号；已登记的，声明为有误后重新登记',
        en: 'Record amounts and lots; what is recorded without them, declare in error and record anew',
      },
    },
  };
  return findings[state];
}
