import { expect, test } from 'vitest';
import { eventIDs, linkLines, lot, serial, serialOfLot, trace, unitLines, World } from './world.fixture.ts';

test('goods that no event mentions are answered with themselves alone', async () => {
  const answer = await trace(new World(), 'a', { direction: 'both' });
  expect(unitLines(answer)).toEqual(['start a .. 0']);
  expect(answer.completeness).toEqual({ complete: true, limits: [], unanswered: [], hidden: 0 });
  expect(answer).not.toHaveProperty('at');
});

test('an input flows into every output of its transformation, and on from there', async () => {
  const world = new World();
  world.make(1, [[['milk', 100, 'KGM']], ['powder']]);
  world.make(3, [['powder', 'whey'], ['tin']]);
  const answer = await trace(world, 'milk');
  expect(unitLines(answer)).toEqual(['start milk .. 0', 'affected powder 1.. 1', 'affected tin 3.. 2']);
  expect(linkLines(answer)).toEqual(['transformation milk>powder e1 100 KGM', 'transformation powder>tin e2']);
  expect(unitLines(await trace(world, 'tin', { direction: 'upstream' }))).toEqual([
    'start tin .. 0',
    'source powder ..3 1',
    'source whey ..3 1',
    'source milk ..1 2',
  ]);
});

test('an input before the start time, and an output after it, stay out', async () => {
  const world = new World();
  world.make(1, [['a'], ['early']]);
  world.make(5, [['a'], ['late']]);
  expect(unitLines(await trace(world, 'a', { atHour: 5 }))).toEqual(['start a 5.. 0', 'affected late 5.. 1']);
  expect(unitLines(await trace(world, 'late', { direction: 'upstream', atHour: 4 }))).toEqual(['start late ..4 0']);
  expect(unitLines(await trace(world, 'late', { direction: 'upstream', atHour: 5 }))).toEqual([
    'start late ..5 0',
    'source a ..5 1',
  ]);
});

test('events of one transformation id are one transformation: an input flows into outputs at its time or later', async () => {
  const world = new World();
  const batch = { transformationID: 'batch' };
  world.make(1, [['first'], []], batch);
  world.make(2, [[], ['out2']], batch);
  world.make(3, [['second'], []], batch);
  world.make(3, [[], ['out3']], { ...batch, position: 0 });
  world.make(4, [['first'], ['other']], { transformationID: 'another' });
  expect(unitLines(await trace(world, 'first'))).toEqual([
    'start first .. 0',
    'affected other 4.. 1',
    'affected out2 2.. 1',
    'affected out3 3.. 1',
  ]);
  // Equal times flow, whichever was logged first.
  expect(unitLines(await trace(world, 'second'))).toEqual(['start second .. 0', 'affected out3 3.. 1']);
  const up = await trace(world, 'out2', { direction: 'upstream' });
  expect(unitLines(up)).toEqual(['start out2 .. 0', 'source first ..1 1']);
});

test('a container brings what is in it after it was reached, and only that', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['P', 'gone', 'stays']);
  world.pack([2, 'DELETE'], ['P', 'gone']);
  world.pack([5, 'ADD'], ['P', 'later']);
  world.pack([6, 'OBSERVE'], ['P', 'seen', 'stays']);
  const answer = await trace(world, 'P', { atHour: 2 });
  expect(unitLines(answer)).toEqual([
    'start P 2.. 0',
    'affected later 5.. 1',
    'affected seen 6.. 1',
    'affected stays 2.. 1',
  ]);
  expect(linkLines(answer)).toEqual([
    'containment P>later e3 5..',
    'containment P>seen e4 6..6',
    'containment P>stays e1 1..',
  ]);
});

test('upstream, a container brings what is in it at that time; without a time, all that it ever held', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['P', 'gone', 'stays']);
  world.pack([2, 'DELETE'], ['P', 'gone']);
  world.pack([6, 'OBSERVE'], ['P', 'seen']);
  const up = { direction: 'upstream' as const };
  expect(unitLines(await trace(world, 'P', { ...up, atHour: 1 }))).toEqual([
    'start P ..1 0',
    'source gone ..1 1',
    'source stays ..1 1',
  ]);
  expect(unitLines(await trace(world, 'P', { ...up, atHour: 2 }))).toEqual(['start P ..2 0', 'source stays ..2 1']);
  expect(unitLines(await trace(world, 'P', { ...up, atHour: 6 }))).toEqual([
    'start P ..6 0',
    'source seen ..6 1',
    'source stays ..6 1',
  ]);
  expect(unitLines(await trace(world, 'P', up))).toEqual([
    'start P .. 0',
    'source gone ..2 1',
    'source seen ..6 1',
    'source stays .. 1',
  ]);
});

test('a DELETE without children empties the container; each kind of event closes its own intervals', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['P', 'packed']);
  world.attach([1, 'ADD'], ['P', 'sensor']);
  world.pack([3, 'DELETE'], ['P']);
  expect(unitLines(await trace(world, 'P', { atHour: 3 }))).toEqual(['start P 3.. 0', 'affected sensor 3.. 1']);
});

test('a transaction holds what it lists for that instant', async () => {
  const world = new World();
  world.transact(2, ['order', 'a']);
  expect(unitLines(await trace(world, 'order', { atHour: 2 }))).toEqual(['start order 2.. 0', 'affected a 2.. 1']);
  expect(unitLines(await trace(world, 'order', { atHour: 3 }))).toEqual(['start order 3.. 0']);
});

test('a lot brings the instances that its code or the ILMD of their making names, each since it was made', async () => {
  const world = new World();
  world.object([4, 'ADD'], [serial('made')], { lotNumber: 'L1' });
  world.object([1, 'OBSERVE'], [serialOfLot('L1', 'unmade')]);
  world.object([2, 'ADD'], [serial('other')], { lotNumber: 'L2' });
  // The first making counts: this one names L1 later, and is none.
  world.object([3, 'ADD'], [serial('other')], { lotNumber: 'L1' });
  const answer = await trace(world, lot('L1'), { atHour: 2 });
  expect(unitLines(answer)).toEqual([
    'start g/10/L1 2.. 0',
    'affected g/10/L1/21/unmade 2.. 1',
    'affected g/21/made 4.. 1',
  ]);
  expect(linkLines(answer)).toEqual(['belongs g/10/L1>g/10/L1/21/unmade', 'belongs g/10/L1>g/21/made e1 4..']);
  expect(eventIDs(answer)).toEqual(['e1']);
});

test('upstream, an instance brings its lot until it was made; downstream it does not', async () => {
  const world = new World();
  world.make(1, [['milk'], [lot('L1')]]);
  world.object([4, 'ADD'], [serial('s')], { lotNumber: 'L1' });
  expect(unitLines(await trace(world, serial('s'), { direction: 'upstream' }))).toEqual([
    'start g/21/s .. 0',
    'source g/10/L1 ..4 1',
    'source milk ..1 2',
  ]);
  expect(unitLines(await trace(world, serial('s')))).toEqual(['start g/21/s .. 0']);
});

test('an instance whose code names one lot and the ILMD of whose making names another belongs to both', async () => {
  const world = new World();
  world.object([4, 'ADD'], [serialOfLot('L2', 's')], { lotNumber: 'L1' });
  expect(unitLines(await trace(world, lot('L1')))).toEqual(['start g/10/L1 .. 0', 'affected g/10/L2/21/s 4.. 1']);
  expect(unitLines(await trace(world, lot('L2')))).toEqual(['start g/10/L2 .. 0', 'affected g/10/L2/21/s 4.. 1']);
});

test('an event declared erroneous ties nothing, but is told with its mark; its declaration is not told twice', async () => {
  const world = new World();
  world.make(1, [['a'], ['b']], { inError: true, eventID: 'wrong' });
  world.make(1, [['a'], ['b']], { declares: true, eventID: 'wrong' });
  const answer = await trace(world, 'a');
  expect(unitLines(answer)).toEqual(['start a .. 0']);
  expect(answer.events.map(({ eventID, declaredInError }) => [eventID, declaredInError])).toEqual([['wrong', true]]);
});

test('an event that is disputed ties as before, and is told with its mark', async () => {
  const world = new World();
  world.make(1, [['a'], ['b']], { disputed: true, eventID: 'disputed' });
  world.make(2, [['b'], ['c']], { eventID: 'agreed' });
  const answer = await trace(world, 'a');
  expect(unitLines(answer)).toEqual(['start a .. 0', 'affected b 1.. 1', 'affected c 2.. 2']);
  expect(answer.events.map(({ eventID, disputed }) => [eventID, disputed])).toEqual([
    ['disputed', true],
    ['agreed', undefined],
  ]);
  expect(answer.anomalies).toEqual([]);
});

test('upstream, a container that was a source twice brings what it held each time', async () => {
  const world = new World();
  world.pack([3, 'ADD'], ['box', 'bag']);
  world.pack([3, 'ADD'], ['bag', 'a']);
  world.make(5, [['box'], ['x']]);
  world.pack([6, 'DELETE'], ['box', 'bag']);
  world.pack([7, 'ADD'], ['bag', 'later']);
  world.pack([7, 'ADD'], ['box', 'b']);
  world.make(10, [['box', 'x'], ['y']]);
  const answer = await trace(world, 'y', { direction: 'upstream' });
  expect(unitLines(answer)).toEqual([
    'start y .. 0',
    'source box ..10 1',
    'source x ..10 1',
    'source b ..10 2',
    'source bag ..5 3',
    'source a ..5 4',
  ]);
  expect(linkLines(answer)).toEqual([
    'containment bag>a e2 3..',
    'containment box>b e6 7..',
    'containment box>bag e1 3..6',
    'transformation box>x e3',
    'transformation box>y e7',
    'transformation x>y e7',
  ]);
});

test('cycles end, and links of both ways round are told', async () => {
  const world = new World();
  world.make(1, [['a'], ['b']]);
  world.make(2, [['b'], ['a']]);
  world.pack([3, 'ADD'], ['a', 'b']);
  world.pack([3, 'ADD'], ['b', 'a']);
  const answer = await trace(world, 'a', { direction: 'both' });
  expect(unitLines(answer)).toEqual(['start a .. 0', 'affected b 1.. 1', 'source b .. 1']);
  expect(linkLines(answer)).toEqual([
    'containment a>b e3 3..',
    'containment b>a e4 3..',
    'transformation a>b e1',
    'transformation b>a e2',
  ]);
});

test('hops is the level of first reach, also where a longer way gives the better bound', async () => {
  const world = new World();
  world.make(9, [['a'], ['z']]);
  world.make(1, [['a'], ['b']]);
  world.make(2, [['b'], ['z']]);
  world.make(5, [['z'], ['after']]);
  expect(unitLines(await trace(world, 'a'))).toEqual([
    'start a .. 0',
    'affected b 1.. 1',
    'affected z 2.. 1',
    'affected after 5.. 3',
  ]);
});

test('events of equal time are taken in log order', async () => {
  const world = new World();
  world.pack([1, 'DELETE'], ['P', 'c'], { position: 9 });
  world.pack([1, 'ADD'], ['P', 'c'], { position: 8 });
  world.pack([1, 'ADD'], ['Q', 'c'], { position: 9 });
  world.pack([1, 'DELETE'], ['Q', 'c'], { position: 8 });
  expect(unitLines(await trace(world, 'P', { atHour: 1 }))).toEqual(['start P 1.. 0']);
  expect(unitLines(await trace(world, 'Q', { atHour: 1 }))).toEqual(['start Q 1.. 0', 'affected c 1.. 1']);
});

test('both ways, a unit that both reach is listed under both roles', async () => {
  const world = new World();
  world.make(1, [['x'], ['s']]);
  world.make(2, [['s'], ['x']]);
  const answer = await trace(world, 's', { direction: 'both', atHour: 2 });
  expect(unitLines(answer)).toEqual(['start s 2.. 0', 'start s ..2 0', 'affected x 2.. 1', 'source x ..1 1']);
  expect(linkLines(answer)).toEqual(['transformation s>x e2', 'transformation x>s e1']);
});

test('an event tells the listed units it mentions, the party that has them after it, and its place', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['P', 'a', 'unlisted'], {
    bizStep: 'https://ref.gs1.org/cbv/BizStep-receiving',
    bizLocation: 'dock',
    destinations: [{ kind: 'possession', party: 'shop' }],
  });
  expect((await trace(world, 'a')).events).toEqual([
    {
      eventID: 'e1',
      type: 'AggregationEvent',
      eventTime: '2026-01-01T01:00:00.000Z',
      eventTimeZoneOffset: '+08:00',
      bizStep: 'https://ref.gs1.org/cbv/BizStep-receiving',
      bizLocation: 'dock',
      units: [
        { code: 'P', role: 'parent' },
        { code: 'a', role: 'child' },
      ],
      party: 'shop',
    },
  ]);
});
