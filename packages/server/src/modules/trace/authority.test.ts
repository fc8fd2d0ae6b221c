/** Whose recall counts: the holder of the code, whoever has or had the goods, offices; anybody else's is a claim. */
import { describe, expect, test } from 'vitest';
import { judgeUnits } from './judge-units.ts';
import { openTies } from './trace-units.ts';
import { hourMs, lot, serial, step, World } from './world.fixture.ts';

const CAN = serial('1');
const LOT = lot('L');
const [MAKER, DEALER, SHOP, HOLDER, OFFICE, STRANGER] = [1, 2, 3, 4, 5, 6];
const party = (no: number): string => `urn:x:party-${no}`;
const RECALLED = { disposition: 'https://ref.gs1.org/cbv/Disp-recalled' };
const to = (no: number) => ({ destinations: [{ kind: 'possession', party: party(no) }] });

/** Made by the maker, who ships it to the dealer by name; the dealer ships it on and names nobody; the shop receives it. */
function aChain(): World {
  const world = new World();
  world.object([1, 'ADD'], [CAN], { bizStep: step('commissioning'), lotNumber: 'L', by: MAKER });
  world.object([2, 'OBSERVE'], [CAN], { bizStep: step('shipping'), by: MAKER, ...to(DEALER) });
  world.object([3, 'OBSERVE'], [CAN], { bizStep: step('receiving'), by: DEALER });
  return world;
}

function passedOn(world: World): World {
  world.object([4, 'OBSERVE'], [CAN], { bizStep: step('shipping'), by: DEALER });
  world.object([5, 'OBSERVE'], [CAN], { bizStep: step('receiving'), by: SHOP });
  return world;
}

async function judged(world: World): Promise<[string, number, number]> {
  const { verdict, because, claims } = await judgeUnits(openTies(world), {
    start: [CAN],
    nowMs: hourMs(20),
    whose: async () => ({
      organisationOf: (code) => Number(/^urn:x:party-(\d)$/.exec(code)?.[1] ?? Number.NaN),
      holderOf: (code) => (code.startsWith('https://id.gs1.org/01/') ? HOLDER : undefined),
      isOffice: (no) => no === OFFICE,
    }),
  });
  return [verdict, because.length, claims.length];
}

const recall = (world: World, by: number, code = CAN, hour = 9): World => {
  world.object([hour, 'OBSERVE'], [code], { ...RECALLED, bizStep: step('holding'), by });
  return world;
};

test.each([
  ['the maker', MAKER],
  ['whom the maker names as having got it', DEALER],
  ['who received it where nobody was named', SHOP],
  ['the holder of its number', HOLDER],
  ['a laboratory or a regulator', OFFICE],
])('%s recalls: it counts', async (_who, by) => {
  expect(await judged(recall(passedOn(aChain()), by))).toEqual(['recalled', 1, 0]);
});

describe('a stranger', () => {
  test('claims, and changes no verdict', async () => {
    expect(await judged(recall(passedOn(aChain()), STRANGER))).toEqual(['normal', 0, 1]);
    expect(await judged(recall(recall(aChain(), STRANGER), MAKER, CAN, 10))).toEqual(['recalled', 1, 1]);
  });

  test('who records a step that was another’s by name still claims', async () => {
    const world = aChain();
    world.object([4, 'OBSERVE'], [CAN], { bizStep: step('shipping'), by: DEALER, ...to(SHOP) });
    world.object([5, 'OBSERVE'], [CAN], { bizStep: step('receiving'), by: STRANGER });
    expect(await judged(recall(world, STRANGER))).toEqual(['normal', 0, 1]);
  });

  test('who records an event of an earlier time, or names itself, still claims', async () => {
    const world = passedOn(aChain());
    world.object([0, 'OBSERVE'], [CAN], { bizStep: step('storing'), by: STRANGER });
    world.object([0, 'ADD'], [CAN], { bizStep: step('commissioning'), by: STRANGER });
    expect((await judged(recall(world, STRANGER)))[2]).toBe(1);
    const named = aChain();
    named.object([4, 'OBSERVE'], [CAN], { ...RECALLED, by: STRANGER, ...to(STRANGER) });
    expect(await judged(named)).toEqual(['normal', 0, 1]);
  });

  test('neither ends another’s recall nor hides it by saying it first', async () => {
    const ended = recall(aChain(), MAKER);
    ended.object([10, 'OBSERVE'], [CAN], {
      persistentDisposition: { set: [], unset: [RECALLED.disposition] },
      by: STRANGER,
    });
    expect((await judged(ended))[0]).toBe('recalled');
    ended.object([11, 'OBSERVE'], [CAN], {
      persistentDisposition: { set: [], unset: [RECALLED.disposition] },
      by: MAKER,
    });
    expect((await judged(ended))[0]).toBe('normal');
  });

  test('makes nothing suspicious by saying that it was destroyed', async () => {
    const world = aChain();
    world.object([2.5, 'OBSERVE'], [CAN], { disposition: 'https://ref.gs1.org/cbv/Disp-destroyed', by: STRANGER });
    expect(await judged(world)).toEqual(['normal', 0, 1]);
  });
});

test('a recall of the lot by who made an item of it counts for the item', async () => {
  expect(await judged(recall(aChain(), MAKER, LOT))).toEqual(['recalled', 1, 0]);
  expect(await judged(recall(aChain(), STRANGER, LOT))).toEqual(['normal', 0, 1]);
});

test('of goods of which nothing else is recorded and whose number nobody holds, a recall counts; of a product it says nothing', async () => {
  const drum = 'urn:x:drum';
  const world = recall(new World(), STRANGER, drum);
  const alone = await judgeUnits(openTies(world), { start: [drum], nowMs: hourMs(20), whose: async () => NOTHING });
  expect(alone).toMatchObject({ verdict: 'recalled', claims: [] });
  const product = 'https://id.gs1.org/01/06901234567892';
  const invented = recall(aChain(), STRANGER, serial('999'));
  const asked = await judgeUnits(openTies(invented), {
    start: [product],
    nowMs: hourMs(20),
    whose: async () => NOTHING,
  });
  expect([asked.verdict, asked.claims.length]).toEqual(['normal', 1]);
});

const NOTHING = { organisationOf: () => undefined, holderOf: () => undefined, isOffice: () => false };
