import { expect, test } from 'vitest';
import { cutToViewer } from './cut-to-viewer.ts';
import { trace, World } from './world.fixture.ts';

const [OWN, OTHER] = [1, 2];
const ELSEWHERE = { readPoint: 'gate', bizLocation: 'shed', disposition: 'in_progress' };

/** A lot that we made, which another used up and more. */
function aWorld(): World {
  const world = new World();
  world.make(1, [[['milk', 100, 'KGM']], [['powder', 10, 'KGM']]], { by: OWN, ...ELSEWHERE });
  world.make(2, [[['powder', 30, 'KGM']], [['cans', 25, 'KGM']]], { by: OTHER, ...ELSEWHERE });
  world.object([3, 'OBSERVE'], ['powder'], { by: OTHER, readPoint: 'gate' });
  world.object([4, 'OBSERVE'], ['powder'], { by: OTHER, eventID: 'shared', disposition: 'in_progress' });
  world.object([4, 'OBSERVE'], ['powder'], { by: OWN, eventID: 'shared', disposition: 'in_progress' });
  // A fault of the other's own: more of its cans gone than made.
  world.make(5, [[['cans', 40, 'KGM']], [['boxes', 1, 'KGM']]], { by: OTHER });
  return world;
}

const cut = async (world: World, orgNo: number, language: 'en' | 'zh' = 'en') =>
  cutToViewer(await trace(world, 'powder', { direction: 'both', language }), world.events, { orgNo, language });

test('of what others recorded neither amounts nor states are told, and the chain is whole', async () => {
  const world = aWorld();
  const whole = await trace(world, 'powder', { direction: 'both' });
  const seen = await cut(world, OWN);
  expect(seen.units).toEqual(whole.units);
  expect(seen.custody).toEqual(whole.custody);
  expect(
    seen.events.map(({ eventID, disposition, readPoint, bizLocation }) => [
      eventID,
      disposition,
      readPoint,
      bizLocation,
    ]),
  ).toEqual([
    ['e1', 'in_progress', 'gate', 'shed'],
    ['e2', undefined, undefined, 'shed'],
    ['e3', undefined, 'gate', undefined],
    ['shared', 'in_progress', undefined, undefined],
    ['shared', 'in_progress', undefined, undefined],
    ['e6', undefined, undefined, undefined],
  ]);
  expect(Object.fromEntries(seen.links.map(({ eventID, quantity, uom }) => [eventID, [quantity, uom]]))).toEqual({
    e1: [100, 'KGM'],
    e2: [undefined, undefined],
    e6: [undefined, undefined],
  });
  // Disposition and read point, two amounts, the amounts of our lot's anomaly, the anomaly of their own cans.
  expect(seen.completeness.hidden).toBe(6);
});

test('an anomaly of others is told of the unit that was asked about, and of no other; without amounts', async () => {
  const whole = await trace(aWorld(), 'powder', { direction: 'both' });
  expect(whole.anomalies.map(({ kind, code }) => [kind, code])).toEqual(
    expect.arrayContaining([
      ['quantity-exceeded', 'powder'],
      ['quantity-exceeded', 'cans'],
    ]),
  );
  for (const [language, said] of [
    ['zh', '使用量超过产出量：数量由其他企业登记，不予显示'],
    ['en', 'More was used than made: other organisations recorded the amounts, which are not shown'],
  ] as const) {
    const { anomalies } = await cut(aWorld(), OWN, language);
    expect(anomalies.map(({ code }) => code)).not.toContain('cans');
    const [exceeded] = anomalies.filter(({ kind }) => kind === 'quantity-exceeded');
    expect(exceeded).toMatchObject({ code: 'powder', message: said });
  }
});

test('whoever has recorded everything is told everything', async () => {
  const world = aWorld();
  for (const event of world.events) Object.assign(event, { recordedBy: [OWN, OTHER] });
  expect(await cut(world, OWN)).toEqual(await trace(world, 'powder', { direction: 'both' }));
});
