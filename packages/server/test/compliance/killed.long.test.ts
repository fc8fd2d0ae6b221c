import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeAnew } from '../../src/modules/compliance/index.ts';
import { harvest, sale, spraying } from './farm.fixture.ts';
import { spawnJudge } from './judge.fixture.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

const KILLS = 50;
const FIELDS = 400;
/** How far a life gets: from before its first transaction to several of them. */
const LIFE_MS = 400;

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: ['edible-agri'] });
});
afterAll(() => own.close());

test(`judged by programs of which ${KILLS} are killed on the way, all of it is the same in the end`, {
  timeout: 1_200_000,
}, async () => {
  const { ctx, db, url } = own.server.database;
  for (let first = 0; first < FIELDS; first += 50) {
    const fields = Array.from({ length: 50 }, (_, i) => first + i);
    const events = fields.flatMap((n) => [
      harvest(`F${n}`, `B${n}`, '06-03T06:00'),
      sale(`B${n}`, '06-05T08:00'),
      // After the sale, so that what was in order is judged again.
      spraying(`F${n}`, '06-01T07:00'),
    ]);
    for (const event of [events.filter((_, i) => i % 3 !== 2), events.filter((_, i) => i % 3 === 2)])
      expect((await own.capture(event)).status).toBe(202);
  }
  await own.settle();
  const before = await own.derived();
  await own.stopJudging();
  let inTheMidst = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { rows } = await db.query<{ waiting: number }>('select count(*)::int as waiting from compliance.due');
    if (rows[0]?.waiting === 0) await judgeAnew(ctx);
    else if (kill > 0) inTheMidst += 1;
    const judge = spawnJudge(url);
    await judge.begun;
    await new Promise((done) => setTimeout(done, Math.random() * LIFE_MS));
    await judge.kill();
  }
  expect(inTheMidst).toBeGreaterThan(KILLS / 4);
  const last = spawnJudge(url);
  await own.settle();
  await last.kill();
  expect(await own.derived()).toEqual(before);
});
