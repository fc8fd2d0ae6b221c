import { expect, test } from 'vitest';
import { cutToViewer } from './cut-to-viewer.ts';
import { trace, World } from './world.fixture.ts';

const [OWN, OTHER] = [1, 2];

/** A lot that we made, which another used up and more. */
function aWorld(): World {
  const world = new World();
  world.make(1, [[['milk', 100, 'KGM']], [['powder', 10, 'KGM']]], { by: OWN });
  world.make(2, [[['powder', 30, 'KGM']], [['cans', 25, 'KGM']]], { by: OTHER });
  world.object([3, 'OBSERVE'], ['powder'], { by: OTHER, eventID: 'shared' });
  world.object([3, 'OBSERVE'], ['powder'], { by: OWN, eventID: 'shared' });
  return world;
}

const cut = async (world: World, orgNo: number, language: 'en' | 'zh' = 'en') =>
  cutToViewer(await trace(world, 'powder', { direction: 'both', language }), world.events, { orgNo, language });

test('of what others recorded neither eventIDs nor amounts are told, and the chain is whole', async () => {
  const world = aWorld();
  const whole = await trace(world, 'powder', { direction: 'both' });
  const seen = await cut(world, OWN);
  expect(seen.units).toEqual(whole.units);
  expect(seen.events.map(({ eventID }) => eventID)).toEqual(['e1', 'urn:uuid:row2', 'shared', 'shared']);
  expect(seen.links.map(({ eventID, quantity, uom }) => [eventID, quantity, uom])).toEqual([
    ['e1', 100, 'KGM'],
    ['urn:uuid:row2', undefined, undefined],
  ]);
  expect(seen.custody.every(({ eventID }) => !['e2'].includes(eventID))).toBe(true);
  expect(JSON.stringify(seen)).not.toMatch(/"e2"|30|25/);
  expect(seen.completeness.hidden).toBe(2);
});

test.each([
  ['zh', /使用量超过产出量：数量由其他企业登记/],
  ['en', /More was used than made: other organisations recorded the amounts/],
] as const)('that more was used than made is told without the amounts (%s)', async (language, said) => {
  const { anomalies } = await cut(aWorld(), OWN, language);
  const exceeded = anomalies.filter(({ kind }) => kind === 'quantity-exceeded');
  expect(exceeded.map(({ message }) => message)).toEqual([expect.stringMatching(said)]);
});

test('whoever has recorded everything is told everything', async () => {
  const world = aWorld();
  for (const event of world.events) Object.assign(event, { recordedBy: [OWN, OTHER] });
  expect(await cut(world, OWN)).toEqual(await trace(world, 'powder', { direction: 'both' }));
});
