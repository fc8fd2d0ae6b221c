/**
 * The table of the trace semantics' section What a person who scans is told: every kind of notice, on every kind of unit,
 * asked of every kind of unit, beside the same chain without it.
 */
import { describe, expect, test } from 'vitest';
import { judgeUnits } from './judge-units.ts';
import type { TraceLimits } from './limits.ts';
import { openTies } from './trace-units.ts';
import type { Verdict, VerdictName } from './verdict.ts';
import { GTIN, hourMs, lot, serial, serialOfLot, step, World } from './world.fixture.ts';

const LOT = lot('L');
const CAN = serial('1'); // in CASE, lot by the event that made it
const CODED = serialOfLot('L', '2'); // in CASE, lot in its own code
const OTHER = serial('3'); // in OTHER_CASE
const PRODUCT = `https://id.gs1.org/01/${GTIN}`;
const POWDER_PRODUCT = 'https://id.gs1.org/01/06901234567908';
const POWDER = `${POWDER_PRODUCT}/10/PWD`;
const [CASE, OTHER_CASE, PALLET, DRUM, MILK] = ['case', 'other-case', 'pallet', 'drum', 'milk'];

/** Where the chain stands now: the pallet has arrived, and the other case was taken off it. */
const NOW = 20;

function aChain(): World {
  const world = new World();
  world.object([1, 'ADD'], [MILK], { bizStep: step('commissioning') });
  world.make(2, [[MILK], [[POWDER, 500, 'KGM']]]);
  world.pack([3, 'ADD'], [DRUM, POWDER]);
  world.pack([4, 'DELETE'], [DRUM, POWDER]);
  world.make(4, [[[POWDER, 400, 'KGM']], [[LOT, 1000]]]);
  world.object([5, 'ADD'], [CAN, OTHER], { bizStep: step('commissioning'), lotNumber: 'L' });
  world.object([5, 'ADD'], [CODED], { bizStep: step('commissioning') });
  world.pack([6, 'ADD'], [CASE, CAN, CODED]);
  world.pack([6, 'ADD'], [OTHER_CASE, OTHER]);
  world.pack([7, 'ADD'], [PALLET, CASE, OTHER_CASE]);
  world.pack([12, 'DELETE'], [PALLET, OTHER_CASE]);
  return world;
}

const disposition = (word: string): string => `https://ref.gs1.org/cbv/Disp-${word}`;
const says = (word: string) => ({ disposition: disposition(word) });
const sets = (...words: string[]) => ({ persistentDisposition: { set: words.map(disposition), unset: [] } });
const unsets = (...words: string[]) => ({ persistentDisposition: { set: [], unset: words.map(disposition) } });

async function verdictOn(world: World, code: string, limits: Partial<TraceLimits> = {}): Promise<Verdict> {
  return judgeUnits(openTies(world, limits), { start: [code], nowMs: hourMs(NOW) });
}

const ASKED = { CAN, CODED, OTHER, LOT, PRODUCT, CASE, OTHER_CASE, PALLET, POWDER, POWDER_PRODUCT };
type Asked = keyof typeof ASKED;
type Told = Partial<Record<Asked, VerdictName>>;

/** What is told of everything that is asked; what is normal is left out. */
async function tell(world: World): Promise<Told> {
  const told: Told = {};
  for (const [name, code] of Object.entries(ASKED)) {
    const { verdict } = await verdictOn(world, code);
    if (verdict !== 'normal') Object.assign(told, { [name]: verdict });
  }
  return told;
}

const all = (verdict: VerdictName, ...names: Asked[]): Told => Object.fromEntries(names.map((name) => [name, verdict]));
const CANS: readonly Asked[] = ['CAN', 'CODED', 'OTHER'];
const HOLDERS: readonly Asked[] = ['CASE', 'OTHER_CASE', 'PALLET'];

type Row = readonly [what: string, notice: (world: World) => void, told: Told];

const DIRECT: readonly Row[] = (
  [
    ['recalled', 'recalled'],
    ['non_conformant', 'failed'],
    ['expired', 'expired'],
    ['destroyed', 'gone'],
    ['disposed', 'gone'],
    ['stolen', 'gone'],
  ] as const
).flatMap(([word, verdict]): Row[] => [
  [
    `${word}, a can`,
    (world) => world.object([9, 'OBSERVE'], [CAN], says(word)),
    { ...all(verdict, 'CAN'), ...all('part-affected', 'LOT', 'PRODUCT', 'CASE', 'PALLET') },
  ],
  [
    `${word}, a can whose code has its lot`,
    (world) => world.object([9, 'OBSERVE'], [CODED], says(word)),
    { ...all(verdict, 'CODED'), ...all('part-affected', 'LOT', 'PRODUCT', 'CASE', 'PALLET') },
  ],
  [
    `${word}, a lot`,
    (world) => world.object([9, 'OBSERVE'], [LOT], says(word)),
    { ...all(verdict, ...CANS, 'LOT'), ...all('part-affected', 'PRODUCT', ...HOLDERS) },
  ],
  [
    `${word}, a product`,
    (world) => world.object([9, 'OBSERVE'], [PRODUCT], says(word)),
    { ...all(verdict, ...CANS, 'LOT', 'PRODUCT'), ...all('part-affected', ...HOLDERS) },
  ],
  [
    `${word}, a case`,
    (world) => world.object([9, 'OBSERVE'], [CASE], says(word)),
    { ...all(verdict, 'CAN', 'CODED', 'CASE'), ...all('part-affected', 'PALLET') },
  ],
  [
    `${word}, a pallet, before the other case was taken off it`,
    (world) => world.object([9, 'OBSERVE'], [PALLET], says(word)),
    all(verdict, ...CANS, ...HOLDERS),
  ],
  [
    `${word}, a pallet, after the other case was taken off it`,
    (world) => world.object([13, 'OBSERVE'], [PALLET], says(word)),
    all(verdict, 'CAN', 'CODED', 'CASE', 'PALLET'),
  ],
  [
    `${word}, a lot that was used up`,
    (world) => world.object([9, 'OBSERVE'], [POWDER], says(word)),
    {
      ...all(verdict, 'POWDER'),
      ...all('part-affected', 'POWDER_PRODUCT'),
      ...all('ingredient-affected', ...CANS, 'LOT', ...HOLDERS),
    },
  ],
]);

const TIMES: readonly Row[] = [
  ['nothing', () => undefined, {}],
  [
    'a can before it was packed',
    (world) => world.object([5.5, 'OBSERVE'], [CAN], says('recalled')),
    { ...all('recalled', 'CAN'), ...all('part-affected', 'LOT', 'PRODUCT', 'CASE', 'PALLET') },
  ],
  [
    'a case before anything was in it',
    (world) => world.object([1, 'OBSERVE'], [CASE], says('recalled')),
    { ...all('recalled', 'CAN', 'CODED', 'CASE'), ...all('part-affected', 'PALLET') },
  ],
  ['a drum after it was emptied', (world) => world.object([9, 'OBSERVE'], [DRUM], says('recalled')), {}],
  [
    'a drum while the powder was in it',
    (world) => world.object([3.5, 'OBSERVE'], [DRUM], says('recalled')),
    { ...all('recalled', 'POWDER'), ...all('ingredient-affected', ...CANS, 'LOT', ...HOLDERS) },
  ],
  [
    'the milk, two steps before',
    (world) => world.object([9, 'OBSERVE'], [MILK], says('non_conformant')),
    all('ingredient-affected', ...CANS, 'LOT', ...HOLDERS, 'POWDER'),
  ],
  [
    'the product of the powder',
    (world) => world.object([9, 'OBSERVE'], [POWDER_PRODUCT], says('recalled')),
    { ...all('recalled', 'POWDER', 'POWDER_PRODUCT'), ...all('ingredient-affected', ...CANS, 'LOT', ...HOLDERS) },
  ],
  ['a can, tomorrow', (world) => world.object([NOW + 1, 'OBSERVE'], [CAN], says('recalled')), {}],
];

const ENDS: readonly Row[] = [
  [
    'a persistent disposition',
    (world) => world.object([9, 'OBSERVE'], [LOT], { ...says('in_progress'), ...sets('recalled') }),
    { ...all('recalled', ...CANS, 'LOT'), ...all('part-affected', 'PRODUCT', ...HOLDERS) },
  ],
  [
    'a persistent disposition that is unset',
    (world) => {
      world.object([9, 'OBSERVE'], [LOT], sets('recalled'));
      world.object([10, 'OBSERVE'], [LOT], unsets('recalled'));
    },
    {},
  ],
  [
    'unset at the very moment of asking',
    (world) => {
      world.object([9, 'OBSERVE'], [LOT], says('recalled'));
      world.object([NOW, 'OBSERVE'], [LOT], unsets('recalled'));
    },
    {},
  ],
  [
    'a disposition that is unset',
    (world) => {
      world.object([9, 'OBSERVE'], [LOT], says('recalled'));
      world.object([10, 'OBSERVE'], [LOT], unsets('recalled'));
    },
    {},
  ],
  [
    'unset for one can of a lot: the lot stays recalled, and so does the can by it',
    (world) => {
      world.object([9, 'OBSERVE'], [LOT], says('recalled'));
      world.object([10, 'OBSERVE'], [CAN], unsets('recalled'));
    },
    { ...all('recalled', ...CANS, 'LOT'), ...all('part-affected', 'PRODUCT', ...HOLDERS) },
  ],
  [
    'unset by another word',
    (world) => {
      world.object([9, 'OBSERVE'], [CAN], says('recalled'));
      world.object([10, 'OBSERVE'], [CAN], unsets('expired'));
    },
    { ...all('recalled', 'CAN'), ...all('part-affected', 'LOT', 'PRODUCT', 'CASE', 'PALLET') },
  ],
  [
    'failed, then conformant',
    (world) => {
      world.object([9, 'OBSERVE'], [CAN], says('non_conformant'));
      world.object([10, 'OBSERVE'], [CAN], says('conformant'));
    },
    {},
  ],
  [
    'conformant, then failed',
    (world) => {
      world.object([9, 'OBSERVE'], [CAN], says('conformant'));
      world.object([10, 'OBSERVE'], [CAN], says('non_conformant'));
    },
    { ...all('failed', 'CAN'), ...all('part-affected', 'LOT', 'PRODUCT', 'CASE', 'PALLET') },
  ],
  [
    'recalled, then conformant: no disposition of that kind',
    (world) => {
      world.object([9, 'OBSERVE'], [CAN], says('recalled'));
      world.object([10, 'OBSERVE'], [CAN], says('conformant'));
    },
    { ...all('recalled', 'CAN'), ...all('part-affected', 'LOT', 'PRODUCT', 'CASE', 'PALLET') },
  ],
  ['declared in error', (world) => world.object([9, 'OBSERVE'], [LOT], { ...says('recalled'), inError: true }), {}],
  [
    'a declaration by itself',
    (world) => world.object([9, 'OBSERVE'], [LOT], { ...says('recalled'), declares: true }),
    {},
  ],
  [
    'two of one can: the worst counts',
    (world) => {
      world.object([9, 'OBSERVE'], [CAN], says('expired'));
      world.object([10, 'OBSERVE'], [CAN], says('recalled'));
    },
    { ...all('recalled', 'CAN'), ...all('part-affected', 'LOT', 'PRODUCT', 'CASE', 'PALLET') },
  ],
  [
    'a can that failed, of a product that is recalled',
    (world) => {
      world.object([9, 'OBSERVE'], [CAN], says('non_conformant'));
      world.object([9, 'OBSERVE'], [PRODUCT], says('recalled'));
    },
    { ...all('recalled', ...CANS, 'LOT', 'PRODUCT'), ...all('part-affected', ...HOLDERS) },
  ],
  [
    'all units of a packing event',
    (world) => world.pack([9, 'OBSERVE'], [CASE, CAN], says('recalled')),
    { ...all('recalled', 'CAN', 'CODED', 'CASE'), ...all('part-affected', 'LOT', 'PRODUCT', 'PALLET') },
  ],
  [
    'what a transformation makes, not what it uses up',
    (world) => world.make(15, [['water'], ['ice']], says('non_conformant')),
    {},
  ],
];

const AMOUNTS: readonly Row[] = [
  [
    'a part of a lot that is gone says nothing of the rest',
    (world) => world.object([9, 'DELETE'], [[LOT, 3]], says('destroyed')),
    all('part-affected', 'LOT', 'PRODUCT'),
  ],
  [
    'a lot that is gone whole',
    (world) => world.object([9, 'DELETE'], [[LOT, 1000]], says('destroyed')),
    { ...all('gone', ...CANS, 'LOT'), ...all('part-affected', 'PRODUCT', ...HOLDERS) },
  ],
  [
    'the rest of an ingredient, disposed of after its use',
    (world) => world.object([9, 'DELETE'], [[POWDER, 100, 'KGM']], says('disposed')),
    all('part-affected', 'POWDER', 'POWDER_PRODUCT'),
  ],
  [
    'a sample that failed stands for its lot',
    (world) => world.object([9, 'OBSERVE'], [[POWDER, 1, 'KGM']], says('non_conformant')),
    {
      ...all('failed', 'POWDER'),
      ...all('part-affected', 'POWDER_PRODUCT'),
      ...all('ingredient-affected', ...CANS, 'LOT', ...HOLDERS),
    },
  ],
];

describe.each([
  ['each kind of notice', DIRECT],
  ['when', TIMES],
  ['what ends it', ENDS],
  ['how much', AMOUNTS],
])('%s', (_name, rows) => {
  test.each(rows)('%s', async (_what, notice, told) => {
    const world = aChain();
    expect(await tell(world)).toEqual({});
    notice(world);
    expect(await tell(world)).toEqual(told);
  });
});

describe('a flaw in its own history', () => {
  test('an instance in two cases at once is suspicious; its lot, its cases and their pallet are not', async () => {
    const world = aChain();
    world.pack([9, 'ADD'], [OTHER_CASE, CAN]);
    expect(await tell(world)).toEqual({ CAN: 'suspicious' });
  });

  test('a lot that lies on two pallets at once is not: an everyday thing', async () => {
    const world = aChain();
    for (const pallet of ['p1', 'p2']) world.pack([8, 'ADD'], [pallet, LOT]);
    expect((await verdictOn(world, LOT)).verdict).toBe('normal');
    expect((await verdictOn(world, 'p1')).verdict).toBe('normal');
  });

  test('used before it was made, more out than in', async () => {
    const early = aChain();
    early.object([2, 'OBSERVE'], [CAN]);
    expect(await tell(early)).toEqual({ CAN: 'suspicious' });
    const much = aChain();
    much.make(8, [[[LOT, 1100]], ['mix']]);
    expect(await tell(much)).toEqual({ LOT: 'suspicious' });
  });

  test('gone and here again: gone, and the reason beside it', async () => {
    const world = aChain();
    world.object([9, 'DELETE'], [CAN], says('stolen'));
    world.object([10, 'OBSERVE'], [CAN], says('sellable_accessible'));
    const { verdict, because } = await verdictOn(world, CAN);
    expect(verdict).toBe('gone');
    expect(because.map(({ flaw }) => flaw?.kind)).toContain('gone-and-back');
  });

  test('a notice outweighs it', async () => {
    const world = aChain();
    world.pack([9, 'ADD'], [OTHER_CASE, CAN]);
    world.object([10, 'OBSERVE'], [POWDER], says('recalled'));
    expect((await verdictOn(world, CAN)).verdict).toBe('ingredient-affected');
  });
});

describe('what was not looked at', () => {
  test('a walk that was cut says neither yes nor no', async () => {
    expect((await verdictOn(aChain(), CAN, { LEVELS_MAX: 1 })).verdict).toBe('incomplete');
    expect((await verdictOn(aChain(), CAN, { EVENTS_MAX: 4 })).verdict).toBe('incomplete');
  });

  test('what was found all the same counts', async () => {
    const world = aChain();
    world.object([9, 'OBSERVE'], [LOT], says('recalled'));
    expect((await verdictOn(world, CAN, { LEVELS_MAX: 1 })).verdict).toBe('recalled');
  });

  test('a code that no event names is judged by what names its lot or product', async () => {
    const world = aChain();
    world.object([9, 'OBSERVE'], [LOT], says('recalled'));
    expect((await verdictOn(world, serialOfLot('L', '99'))).verdict).toBe('recalled');
    expect((await verdictOn(world, serialOfLot('M', '99'))).verdict).toBe('normal');
  });
});

test('of several reasons for one verdict the gravest notice comes first, then the newest', async () => {
  const world = aChain();
  world.object([9, 'OBSERVE'], [OTHER], says('recalled'));
  world.object([10, 'OBSERVE'], [LOT], says('recalled'));
  world.object([11, 'DELETE'], [CAN], says('destroyed'));
  const { because } = await verdictOn(world, PRODUCT);
  expect(because.map(({ unit, notice }) => [unit, notice?.word])).toEqual([
    [LOT, 'recalled'],
    [OTHER, 'recalled'],
    [CAN, 'destroyed'],
  ]);
});

test('each reason names the unit, the notice, and by which of its names it was reached', async () => {
  const world = aChain();
  const eventID = world.object([9, 'OBSERVE'], [LOT], says('recalled'));
  const reasonsOf = async (code: string): Promise<unknown[]> =>
    (await verdictOn(world, code)).because.map(({ verdict, unit, notice, through, names }) => [
      verdict,
      unit,
      notice?.event.eventID,
      through,
      names,
    ]);
  expect(await reasonsOf(CAN)).toEqual([['recalled', CAN, eventID, 'lot', LOT]]);
  expect(await reasonsOf(LOT)).toEqual([['recalled', LOT, eventID, 'self', LOT]]);
  expect(await reasonsOf(CASE)).toEqual([
    ['part-affected', CODED, eventID, 'lot', LOT],
    ['part-affected', CAN, eventID, 'lot', LOT],
  ]);
});
