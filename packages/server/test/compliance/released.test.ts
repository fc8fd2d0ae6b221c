/** Food is released by somebody else than who inspected or recorded it: told beside the record, by the names that it gives. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventJson } from '../documents.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: ['food'] });
});
afterAll(() => own.close());

const RULE = 'released-by-inspector';

const idOf = (lot: string): string => `urn:uuid:00000000-0000-4000-8000-0000000000a${lot.slice(-1)}`;

/** All of them come in by a key: it stands for no person, so the names of the record alone count. */
function released(lot: string, names: Readonly<Record<string, string>>): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'inspecting', eventTimeZoneOffset: '+08:00' },
    ...{ eventID: idOf(lot), eventTime: '2026-10-01T08:00:00+08:00', 'ex:inspectionNo': `检 ${lot}` },
    quantityList: [{ epcClass: `https://id.gs1.org/01/06901234567892/10/${lot}`, quantity: 10, uom: 'KGM' }],
    ...Object.fromEntries(Object.entries(names).map(([name, value]) => [`ex:${name}`, value])),
  };
}

async function keep(name: string): Promise<string> {
  const response = await fetch(`${own.server.url}/v1/personal`, {
    method: 'POST',
    headers: { authorization: `Bearer ${own.server.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'name', value: name }),
  });
  const text = await response.text();
  const key = /urn:suyuan:person-datum:[0-9a-f-]+/.exec(text)?.[0];
  if (key === undefined) throw new Error(`${response.status} ${text}`);
  return key;
}

/** What is found of a lot, of this rule alone. */
async function foundOf(lot: string) {
  await own.settle();
  const { findings } = await own.ask(`/v1/compliance/findings?perPage=500&rule=${RULE}`);
  return findings.filter(({ eventID }: { eventID: string }) => eventID === idOf(lot));
}

test.each([
  { who: 'the recorder', lot: 'R1', names: { releasedBy: '李四', recordedBy: '李四' }, isFound: true },
  {
    who: 'the inspector',
    lot: 'R2',
    names: { releasedBy: '李四', inspector: '李四', recordedBy: '赵六' },
    isFound: true,
  },
  {
    who: 'another than both',
    lot: 'R3',
    names: { releasedBy: '李四', inspector: '王五', recordedBy: '赵六' },
    isFound: false,
  },
  { who: 'somebody, recorded by a key alone', lot: 'R4', names: { releasedBy: '李四' }, isFound: false },
])('released by $who', async ({ lot, names, isFound }) => {
  expect((await own.capture([released(lot, names)])).status).toBe(202);
  expect((await foundOf(lot)).length).toBe(isFound ? 1 : 0);
});

test('a name that is kept apart is one person, wherever it is referred to', async () => {
  const [first, again, other] = [await keep('李四'), await keep('李四'), await keep('赵六')];
  expect(
    (
      await own.capture([
        released('R5', { releasedBy: first, recordedBy: again }),
        released('R6', { releasedBy: first, recordedBy: other }),
      ])
    ).status,
  ).toBe(202);
  expect(await foundOf('R5')).toHaveLength(1);
  expect(await foundOf('R6')).toEqual([]);
});

test('the finding says what is wrong, by what law and what to do, in both languages, and names nobody', async () => {
  const [told] = await foundOf('R1');
  expect(told).toMatchObject({
    ...{ pack: 'food', stage: 'release', rule: RULE, effect: 'flag' },
    message: { zh: '放行人与检验人或记录人是同一人', en: 'whoever released it inspected or recorded it' },
    basis: { zh: expect.stringContaining('食品安全追溯体系的若干规定'), en: expect.any(String) },
    wayOut: { zh: '由另一名有权人员放行', en: 'Have somebody else release it' },
  });
  expect(JSON.stringify(told)).not.toContain('李四');
});
