/** What is handed in to an authority: each record once, the same file again after a failure, held against the records of today. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventJson } from '../documents.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: ['edible-agri'] });
});
afterAll(() => own.close());

const LOTS = 'https://id.gs1.org/01/06901234567892/10/';
const KIND = '/v1/compliance/filings/edible-agri/certificate-upload';
const idOf = (n: number): string => `urn:uuid:00000000-0000-4000-8000-00000000000${n}`;

/** A certificate of compliance of these lots, one line each. */
function certificate(n: number, day: string, ...lots: readonly string[]): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'packing', eventTimeZoneOffset: '+08:00' },
    ...{ eventID: idOf(n), eventTime: `2026-${day}T08:00:00+08:00` },
    quantityList: lots.map((lot) => ({ epcClass: LOTS + lot, quantity: 100, uom: 'KGM' })),
    ...{ 'agri:certificateForm': '1', 'agri:origin': '=江苏省"某"市', 'agri:responsible': '绿野合作社' },
    ...{ 'agri:contact': '0512-00000000', 'agri:certificateDate': `2026-${day}` },
    ...{ 'agri:commitments': ['no-banned-substances'], 'agri:commitmentBasis': 'quality-control' },
  };
}

interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by tests
  readonly body: any;
}

async function send(method: string, path: string, body?: object): Promise<Answered> {
  const response = await fetch(own.server.url + path, {
    method,
    headers: { authorization: `Bearer ${own.server.key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

const file = (span: object = {}): Promise<Answered> => send('POST', KIND, span);

async function kind(): Promise<Answered['body']> {
  await own.settle();
  const { filings } = await own.ask('/v1/compliance/filings');
  return filings.find(({ filing }: { filing: string }) => filing === 'certificate-upload');
}

let first: string;

test('what waits is counted, and handed in once, by the days that are asked for', async () => {
  expect(await kind()).toMatchObject({
    waiting: 0,
    open: 0,
    withdrawn: 0,
    to: { zh: expect.stringContaining('国家') },
  });
  expect(await file()).toMatchObject({ status: 409, body: { code: 'filing.nothing' } });
  await own.capture([
    certificate(1, '06-10', 'B1', 'B2'),
    certificate(2, '06-11', 'B3'),
    certificate(3, '06-20', 'B4'),
  ]);
  expect(await kind()).toMatchObject({ waiting: 3, oldest: '2026-06-10T00:00:00.000Z' });
  const made = await file({ until: '2026-06-11' });
  expect(made).toMatchObject({ status: 200, body: { lines: 3, format: 'xlsx', receipt: null, refused: 0 } });
  first = made.body.id;
  expect(await kind()).toMatchObject({ waiting: 1, open: 1 });
  expect(await file({ until: '2026-06-11' })).toMatchObject({ status: 409 });
});

test('of two who hand in at once one has it', async () => {
  const both = await Promise.all([file(), file()]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const made = both.find(({ status }) => status === 200);
  expect(made?.body.lines).toBe(1);
  expect(await send('DELETE', `/v1/compliance/filed/${made?.body.id}`)).toMatchObject({ status: 204 });
  expect(await kind()).toMatchObject({ waiting: 1, open: 1 });
});

test('the file is the same each time, whatever is known since; the lines say what has changed', async () => {
  const bytes = async (): Promise<Buffer> => {
    const path = `${own.server.url}/v1/compliance/filed/${first}/file`;
    const response = await fetch(path, { headers: { authorization: `Bearer ${own.server.key}` } });
    expect(response.headers.get('content-disposition')).toContain('certificate-upload');
    return Buffer.from(await response.arrayBuffer());
  };
  const before = await bytes();
  expect(before.length).toBeGreaterThan(1_000);
  const lines = async () => (await own.ask(`/v1/compliance/filed/${first}`)).lines;
  expect((await lines()).map(({ state }: { state: string }) => state)).toEqual(['same', 'same', 'same']);
  const named = { kind: 'product', code: 'https://id.gs1.org/01/06901234567892', attributes: { name: '小白菜' } };
  const said = await send('POST', '/v1/registry/entries', [named]);
  expect(said).toMatchObject({ status: 200 });
  await own.settle();
  expect(await lines()).toMatchObject([{ state: 'changed' }, { state: 'changed' }, { state: 'changed' }]);
  const wrong = { ...certificate(2, '06-11', 'B3'), errorDeclaration: { declarationTime: '2026-06-12T00:00:00Z' } };
  expect((await own.capture([wrong])).status).toBe(202);
  expect(await kind()).toMatchObject({ withdrawn: 1 });
  expect((await lines()).map(({ state }: { state: string }) => state)).toEqual(['changed', 'changed', 'withdrawn']);
  expect(await bytes()).toEqual(before);
});

test('what the receiver refused waits again; a receipt is noted once and ends what can be taken back', async () => {
  const path = `/v1/compliance/filed/${first}/receipt`;
  const strange = { refused: [{ eventID: idOf(9), reason: '没有这条' }] };
  expect(await send('POST', path, strange)).toMatchObject({ status: 400, body: { code: 'filing.not-in-it' } });
  const receipt = { number: '回执 2026-001', refused: [{ eventID: idOf(1), reason: '产地应写到村' }] };
  expect(await send('POST', path, receipt)).toMatchObject({
    status: 200,
    body: { refused: 2, receipt: { number: '回执 2026-001' } },
  });
  expect(await send('POST', path, receipt)).toMatchObject({ status: 409, body: { code: 'filing.receipt-noted' } });
  expect(await send('DELETE', `/v1/compliance/filed/${first}`)).toMatchObject({ status: 409 });
  expect(await kind()).toMatchObject({ waiting: 2, open: 0 });
  const again = await file();
  expect(again).toMatchObject({ status: 200, body: { lines: 3 } });
  const { filing, lines, headings } = await own.ask(`/v1/compliance/filed/${again.body.id}?perPage=2`);
  expect(filing).toEqual(again.body);
  expect(headings).toContain('产品名称');
  expect(lines).toMatchObject([
    { line: 1, eventID: idOf(1), state: 'same', unit: `${LOTS}B1` },
    { line: 2, unit: `${LOTS}B2` },
  ]);
  const { filings } = await own.ask(KIND);
  expect(filings).toMatchObject([{ id: again.body.id }, { id: first, refused: 2, madeBy: null }]);
});

test('made anew from the log, what was handed in stays handed in', async () => {
  const before = await kind();
  const { judgeAnew } = await import('../../src/modules/compliance/index.ts');
  await judgeAnew(own.server.database.ctx);
  expect(await kind()).toEqual(before);
});

const declared = (event: EventJson, ...correctiveEventIDs: readonly string[]): EventJson => ({
  ...event,
  errorDeclaration: { declarationTime: '2026-07-20T00:00:00Z', reason: 'incorrect_data', correctiveEventIDs },
});

const statesOf = async (id: string): Promise<string[]> =>
  (await own.ask(`/v1/compliance/filed/${id}`)).lines.map(
    ({ eventID, state }: Record<string, string>) => `${eventID} ${state}`,
  );

test.each([
  { when: 'before its receipt is noted', wrong: 4, right: 5, receipt: undefined },
  { when: 'after its receipt was noted', wrong: 6, right: 7, receipt: { number: '回执 2026-002' } },
])('of what is put right $when, the line is withdrawn and the record instead of it waits', async (given) => {
  const { wrong, right, receipt } = given;
  const before = await kind();
  const record = certificate(wrong, '07-01', `C${wrong}`);
  await own.capture([record]);
  expect(await kind()).toMatchObject({ waiting: before.waiting + 1 });
  const { id } = (await file({ from: '2026-07-01' })).body;
  if (receipt !== undefined) await send('POST', `/v1/compliance/filed/${id}/receipt`, receipt);
  expect(await statesOf(id)).toEqual([`${idOf(wrong)} same`]);

  const corrected = { ...certificate(right, '07-01', `C${wrong}`), 'agri:origin': '江苏省某市某村' };
  const { status } = await own.capture([declared(record, idOf(right)), corrected]);
  expect(status).toBe(202);
  expect(await kind()).toMatchObject({ waiting: before.waiting + 1, withdrawn: before.withdrawn + 1 });
  expect(await statesOf(id)).toEqual([`${idOf(wrong)} withdrawn`]);

  const again = (await file({ from: '2026-07-01' })).body;
  expect(again).toMatchObject({ lines: 1 });
  expect(await statesOf(again.id)).toEqual([`${idOf(right)} same`]);
  expect(await kind()).toMatchObject({ waiting: before.waiting, withdrawn: before.withdrawn + 1 });
});

/** A filing with these lines, as if it had been made so. */
async function filed(orgNo: number, format: 'csv' | 'json', lines: readonly (readonly unknown[])[]): Promise<string> {
  const { db } = own.server.database;
  const columns = JSON.stringify([
    { element: 'productName', heading: '品名' },
    { element: 'quantity', heading: '数量,kg' },
  ]);
  const { rows } = await db.query<{ id: string }>(
    `insert into compliance.filing (org_no, pack, filing, version, format, columns, lines, made_at)
     values ($1, 'edible-agri', 'certificate-upload', '2026.1', $2, $3, 1, now()) returning id`,
    [orgNo, format, columns],
  );
  const id = rows[0]?.id ?? '';
  for (const [i, cells] of lines.entries())
    await db.query(
      `insert into compliance.filed_line (filing_id, line, org_no, pack, filing, identity, place, event_time, cells)
       values ($1, $2, $3, 'edible-agri', 'certificate-upload', $5, $2, now(), $4)`,
      [id, i + 1, orgNo, JSON.stringify(cells), `of ${id}`],
    );
  return id;
}

async function textOf(id: string): Promise<{ readonly type: string | null; readonly text: string }> {
  const path = `${own.server.url}/v1/compliance/filed/${id}/file`;
  const response = await fetch(path, { headers: { authorization: `Bearer ${own.server.key}` } });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { type: response.headers.get('content-type'), text: bytes.toString() };
}

const HOSTILE = [
  ['=HYPERLINK("http://x")', 1.5],
  ['two\nlines, one cell', ''],
] as const;

test('as CSV: quoted where it has to be, numbers as they are, nothing that a spreadsheet reckons', async () => {
  expect(await textOf(await filed(1, 'csv', HOSTILE))).toEqual({
    type: 'text/csv; charset=utf-8',
    text: '\uFEFF品名,"数量,kg"\r\n"\'=HYPERLINK(""http://x"")",1.5\r\n"two\nlines, one cell",\r\n',
  });
});

test('as JSON: an object for each line, by the headings, over more lines than are read at once', async () => {
  const { type, text } = await textOf(await filed(1, 'json', HOSTILE));
  expect(type).toBe('application/json; charset=utf-8');
  expect(JSON.parse(text)).toEqual(HOSTILE.map(([name, kg]) => ({ 品名: name, '数量,kg': kg })));
  const many = Array.from({ length: 1_001 }, (_, n) => [String(n), n]);
  expect(JSON.parse((await textOf(await filed(1, 'json', many))).text)).toHaveLength(1_001);
});

test('nothing of it is there for another, nor under a day or a filing that is none', async () => {
  await own.server.database.db.query(
    "insert into identity.organisation (no, name) overriding system value values (77, 'x')",
  );
  const others = await filed(77, 'csv', HOSTILE);
  for (const path of ['', '/file']) {
    expect(await send('GET', `/v1/compliance/filed/${others}${path}`)).toMatchObject({ status: 404 });
  }
  expect(await send('POST', `/v1/compliance/filed/${others}/receipt`, {})).toMatchObject({ status: 404 });
  expect(await send('DELETE', `/v1/compliance/filed/${others}`)).toMatchObject({ status: 404 });
  expect(await send('POST', KIND, { from: '2026-02-30' })).toMatchObject({ status: 400 });
  expect(await file({ from: '2030-01-01' })).toMatchObject({ status: 409 });
  expect(await send('GET', '/v1/compliance/filings/edible-agri/none')).toMatchObject({ status: 404 });
  expect(await send('GET', `/v1/compliance/filed/00000000-0000-4000-8000-000000000000`)).toMatchObject({ status: 404 });
});
