/** Whether who records a step held its licence on the day, by what it and its suppliers have entered. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventJson } from '../documents.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

const SUPPLIER = 'https://id.gs1.org/417/4012345000009';

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: ['food'] });
});
afterAll(() => own.close());

/** 2026, noon in China. */
function made(lot: string, day: string): EventJson {
  return {
    ...{ type: 'TransformationEvent', bizStep: 'commissioning', eventTimeZoneOffset: '+08:00' },
    eventTime: `2026-${day}T12:00:00+08:00`,
    inputQuantityList: [{ epcClass: 'https://id.gs1.org/01/06901234567892/10/MILK', quantity: 10, uom: 'KGM' }],
    outputQuantityList: [{ epcClass: `https://id.gs1.org/01/06901234567892/10/${lot}`, quantity: 1, uom: 'KGM' }],
  };
}

function received(lot: string, day: string): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'receiving', eventTimeZoneOffset: '+08:00' },
    eventTime: `2026-${day}T12:00:00+08:00`,
    quantityList: [{ epcClass: `https://id.gs1.org/01/06901234567892/10/${lot}`, quantity: 1, uom: 'KGM' }],
    sourceList: [{ type: 'owning_party', source: SUPPLIER }],
  };
}

/** The findings about licences, each with the day of its record; a change of licences is seen within a second. */
function expectFound(...wanted: readonly string[]): Promise<void> {
  const asked = async (): Promise<string[]> => {
    await own.settle();
    const { findings } = await own.ask('/v1/compliance/findings?perPage=500');
    return findings
      .filter(({ rule }: Told) => rule.startsWith('licence.'))
      .map(({ rule, eventTime }: Told) => `${rule} ${eventTime.slice(5, 10)}`)
      .sort();
  };
  return expect.poll(asked).toEqual(wanted);
}

interface Told {
  readonly rule: string;
  readonly eventTime: string;
}

const enter = (orgNo: number, number: string, days: { readonly until?: string; readonly ended?: string } = {}) =>
  own.server.database.db.query(
    `insert into identity.licence (org_no, scheme, number, valid_until, ended_at) values ($1, 'cn-licence-sc', $2, $3, $4)`,
    [orgNo, number, days.until ?? null, days.ended ?? null],
  );

test('a licence that ends in the middle of a batch: what was made after it is told', async () => {
  expect((await own.capture([made('B1', '06-01'), made('B1', '06-02'), made('B1', '06-03')])).status).toBe(202);
  await expectFound('licence.missing 06-01', 'licence.missing 06-02', 'licence.missing 06-03');
  await enter(1, 'SC10637021200019', { until: '2026-06-02' });
  await expectFound('licence.not-valid 06-03');
  const { findings } = await own.ask('/v1/compliance/findings?rule=licence.not-valid');
  expect(findings[0]).toMatchObject({
    ...{ effect: 'flag', stage: 'processing' },
    message: { zh: '食品生产许可证 SC10637021200019 已于 2026-06-02 到期，早于 2026-06-03' },
    basis: { zh: expect.stringContaining('第三十五条') },
    wayOut: { zh: expect.stringContaining('换证') },
  });
  const { packs } = await own.ask('/v1/compliance');
  expect(packs[0].rules).toContainEqual(
    expect.objectContaining({ rule: 'licence.not-valid', name: expect.objectContaining({ zh: '许可证不在有效期内' }) }),
  );
});

test('one that is entered afterwards clears them; one that was given back held until that day', async () => {
  await enter(1, 'SC10637021200027', { ended: '2026-06-03T20:00:00+08:00' });
  await expectFound();
  expect((await own.capture([made('B2', '06-04')])).status).toBe(202);
  await expectFound('licence.not-valid 06-04');
  await own.server.database.db.query("update identity.licence set ended_at = null where number = 'SC10637021200027'");
  await expectFound();
});

test('a supplier whose licence has ended is told to who receives from it, at once and when it changes', async () => {
  const { rows } = await own.server.database.db.query<{ no: number }>(
    "insert into identity.organisation (name, code) values ('城北乳业', $1) returning no",
    [SUPPLIER],
  );
  const supplier = rows[0]?.no ?? 0;
  expect((await own.capture([received('R1', '06-05')])).status).toBe(202);
  // What it has not entered it may hold all the same.
  await expectFound();
  await enter(supplier, 'SC10637021200035', { until: '2026-06-04' });
  await expectFound('licence.not-valid 06-05');
  const { findings } = await own.ask('/v1/compliance/findings?rule=licence.not-valid');
  expect(findings[0]).toMatchObject({ stage: 'receipt', wayOut: { zh: expect.stringContaining('对方') } });
  await enter(supplier, 'SC10637021200043');
  await expectFound();
});
