/** What people fill in of a stage: saved as it stands, checked, and recorded once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resealSheets } from '../../src/modules/recording/index.ts';
import type { Browser } from '../account/browser.ts';
import { codeOf, countEvents, type Firm, type Firms, firmsOf } from '../account/firms.ts';
import { type TestServer, testServer } from '../test-server.ts';

const LOT = 'https://id.gs1.org/01/06901234567892/10/F1';
const NOW = '2026-10-01T08:00:00+08:00';

let server: TestServer;
let firms: Firms;
let mill: Firm;
beforeAll(async () => {
  server = await testServer();
  firms = await firmsOf(server);
  mill = await firms.firm('青山面粉厂', { categories: ['food'] });
});
afterAll(() => server.close());

const VALUES = {
  ...{ supplierName: '青山粮油公司', supplierAddress: '烟台市栖霞路 1 号', supplierContact: '粮油公司门市部' },
  ...{ supplierLicence: 'SC10437060200017', certificateNo: '合 2026-0018' },
  ...{ productName: '小麦粉', specification: '25 kg', productionDate: '2026-05-01', expiryDate: '2027-05-01' },
};
const CONTENT = { at: NOW, units: [{ code: LOT, quantity: '10', uom: 'KGM' }], values: VALUES };
const sheet = (more: object = {}) => ({
  ...{ pack: 'food', stage: 'receipt', name: '10 月 1 日进面粉', version: 0, content: CONTENT },
  ...more,
});
const save = (page: Browser, id: string, more: object = {}) => page.ask('PUT', `/v1/sheets/${id}`, sheet(more));
const check = async (content: object, more: object = {}) =>
  (await mill.page.ask('POST', '/v1/sheets/check', { pack: 'food', stage: 'receipt', content, ...more })).body;

test('forms are of the packs of what one deals in, with the words, needs and choices of the pack', async () => {
  const { packs } = (await mill.page.ask('GET', '/v1/forms')).body;
  expect(packs.map(({ pack }: { pack: string }) => pack)).toEqual(['food']);
  expect(packs[0].stages).toContainEqual({
    ...{ stage: 'receipt', handover: 'in' },
    name: { zh: '进货查验', en: expect.any(String) },
  });
  const { body } = await mill.page.ask('GET', '/v1/forms/food/receipt');
  expect(body).toMatchObject({ pack: 'food', stage: 'receipt', inputs: 'none', parent: 'none' });
  expect(body.last).toBeUndefined();
  const field = (element: string) => body.fields.find((each: { element: string }) => each.element === element);
  expect(field('supplierName')).toMatchObject({ name: { zh: '供货者名称' }, need: 'required', entered: 'value' });
  expect(field('quantity')).toMatchObject({ entered: 'unit' });
  expect(await codeOf(mill.page, 'GET', '/v1/forms/food/nothing')).toBe('resource.not-found');
  const farm = await firms.firm('无类果园');
  expect((await farm.page.ask('GET', '/v1/forms')).body).toEqual({ packs: [] });
});

test('a name is enough to save one; it is changed by version, and of two who change it one is told', async () => {
  const id = randomUUID();
  const first = await save(mill.page, id, { content: {} });
  expect([first.status, first.body]).toMatchObject([200, { version: 1, state: 'open', stageName: { zh: '进货查验' } }]);
  // Sent again by a retry: nothing changes.
  expect((await save(mill.page, id, { content: {} })).body).toMatchObject({ version: 1 });
  const changed = await save(mill.page, id, { version: 1 });
  expect(changed.body).toMatchObject({ version: 2, content: CONTENT });
  const other = await save(mill.page, id, { version: 1, name: '另一人改的' });
  expect([other.status, other.body.code]).toEqual([409, 'sheet.changed']);
  expect((await mill.page.ask('GET', `/v1/sheets/${id}`)).body).toMatchObject({ version: 2, content: CONTENT });
  expect((await mill.page.ask('GET', '/v1/sheets?state=open')).body.sheets).toContainEqual(
    expect.objectContaining({ id, name: '10 月 1 日进面粉', changedBy: expect.objectContaining({ name: '赵六' }) }),
  );
  expect(await codeOf(mill.page, 'PUT', `/v1/sheets/${id}`, sheet({ stage: 'nothing' }))).toBe('resource.not-found');
  expect(await codeOf(mill.page, 'PUT', `/v1/sheets/${id}`, sheet({ name: '' }))).toBe('query.parameter');
});

test('checking tells what is no event yet by its field, then what the law finds missing, and records nothing', async () => {
  const before = await countEvents(mill.page);
  expect((await check({})).faults.map(({ field }: { field: string }) => field)).toEqual(['at', 'units']);
  const { faults, findings, stage } = await check({
    ...CONTENT,
    values: { ...VALUES, certificateNo: '', supplierLicence: 'SC1' },
  });
  expect([faults, stage]).toEqual([[], 'receipt']);
  expect(findings).toContainEqual(
    expect.objectContaining({
      ...{ element: 'certificateNo', rule: 'element.missing', effect: 'flag' },
      ...{ message: { zh: expect.stringContaining('缺少'), en: expect.any(String) }, basis: expect.anything() },
    }),
  );
  expect(findings).toContainEqual(expect.objectContaining({ element: 'supplierLicence', rule: 'element.value' }));
  const whole = await check(CONTENT);
  expect(whole.findings).toEqual([]);
  expect(whole.event).toMatchObject({
    type: 'ObjectEvent',
    bizStep: 'receiving',
    'suyuan:supplierName': '青山粮油公司',
  });
  expect(await countEvents(mill.page)).toBe(before);
});

test('what is submitted is one event under the id of its sheet, however often it is asked; then it is closed', async () => {
  const id = randomUUID();
  await save(mill.page, id);
  const before = await countEvents(mill.page);
  const submit = () => mill.page.ask('POST', `/v1/sheets/${id}/submission`, { version: 1 });
  const answers = await Promise.all([submit(), submit(), submit()]);
  for (const { status, body } of [...answers, await submit()])
    expect([status, body]).toMatchObject([200, { state: 'recorded', eventID: `urn:uuid:${id}` }]);
  expect(await countEvents(mill.page)).toBe(before + 1);
  expect((await mill.page.ask('GET', `/epcis/events/urn:uuid:${id}`)).status).toBe(200);
  expect(await codeOf(mill.page, 'PUT', `/v1/sheets/${id}`, sheet({ version: 1, name: '再改' }))).toBe('sheet.closed');
  expect(await codeOf(mill.page, 'DELETE', `/v1/sheets/${id}`)).toBe('sheet.closed');
  const { occurrences } = (await mill.page.ask('GET', '/v1/occurrences?kind=sheet.recorded')).body;
  expect(occurrences).toContainEqual(expect.objectContaining({ about: id }));
  // The next one begins with what may be the same again.
  const { last } = (await mill.page.ask('GET', '/v1/forms/food/receipt')).body;
  expect(last).toEqual({ values: expect.objectContaining({ supplierName: '青山粮油公司' }) });
});

test('what cannot be an event is not recorded and says which fields; what was changed since is looked at first', async () => {
  const id = randomUUID();
  await save(mill.page, id, { content: { units: [{ code: '06901234567891' }] } });
  const { status, body } = await mill.page.ask('POST', `/v1/sheets/${id}/submission`, { version: 1 });
  expect([status, body.code]).toEqual([400, 'sheet.invalid']);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/at', '/units/0/code']);
  await save(mill.page, id, { version: 1 });
  expect(await codeOf(mill.page, 'POST', `/v1/sheets/${id}/submission`, { version: 1 })).toBe('sheet.changed');
  expect((await mill.page.ask('GET', `/v1/sheets/${id}`)).body).toMatchObject({ state: 'open', version: 2 });
});

test('what the law forbids is told before, and refused with the law when it is submitted all the same', async () => {
  const sale = { pack: 'food', stage: 'sale', name: '零售' };
  const expired = { at: NOW, units: [{ code: LOT, quantity: '1', uom: 'KGM' }], values: { expiryDate: '2026-09-01' } };
  const told = await check(expired, { stage: 'sale' });
  expect(told.findings).toContainEqual(expect.objectContaining({ effect: 'refuse' }));
  const id = randomUUID();
  await save(mill.page, id, { ...sale, content: expired });
  const { status, body } = await mill.page.ask('POST', `/v1/sheets/${id}/submission`, { version: 1 });
  expect([status, body.code]).toEqual([400, 'event.refused']);
  expect((await mill.page.ask('GET', `/v1/sheets/${id}`)).body).toMatchObject({ state: 'open', content: expired });
});

test('whoever may only draft has it wait for a release; nobody without either right saves any', async () => {
  const invited = async (role: string): Promise<Browser> =>
    firms.accept((await mill.page.ask('POST', '/v1/invitations', { name: '钱七', role })).body.url);
  const [drafter, viewer] = [await invited('drafter'), await invited('viewer')];
  const id = randomUUID();
  await save(drafter, id);
  const { body } = await drafter.ask('POST', `/v1/sheets/${id}/submission`, { version: 1 });
  expect(body).toMatchObject({ state: 'waiting', draft: expect.any(String) });
  expect((await mill.page.ask('GET', `/v1/drafts/${body.draft}`)).body).toMatchObject({ note: '10 月 1 日进面粉' });
  expect(await codeOf(viewer, 'PUT', `/v1/sheets/${randomUUID()}`, sheet())).toBe('right.missing');
  expect(await codeOf(viewer, 'POST', '/v1/sheets/check', { pack: 'food', stage: 'receipt', content: {} })).toBe(
    'right.missing',
  );
  expect((await viewer.ask('GET', `/v1/sheets/${id}`)).status).toBe(200);
});

test('what is filled in and not recorded is among what there is to do', async () => {
  const own = await firms.firm('待办单位', { categories: ['food'] });
  const waiting = async () =>
    (await own.page.ask('GET', '/v1/today')).body.tasks.filter(({ kind }: { kind: string }) => kind === 'sheet');
  expect(await waiting()).toEqual([]);
  const id = randomUUID();
  await save(own.page, id);
  expect(await waiting()).toEqual([{ kind: 'sheet', urgency: 'open', count: 1 }]);
  await own.page.ask('POST', `/v1/sheets/${id}/submission`, { version: 1 });
  expect(await waiting()).toEqual([]);
});

test('one that is discarded is in no list, and comes back as it was', async () => {
  const id = randomUUID();
  await save(mill.page, id);
  const listed = async () =>
    (await mill.page.ask('GET', '/v1/sheets?perPage=200')).body.sheets.map((each: { id: string }) => each.id);
  expect(await codeOf(mill.page, 'DELETE', `/v1/sheets/${id}`)).toBe(204);
  expect(await codeOf(mill.page, 'DELETE', `/v1/sheets/${id}`)).toBe(204);
  expect(await listed()).not.toContain(id);
  expect((await mill.page.ask('POST', `/v1/sheets/${id}/restore`)).body).toMatchObject({
    state: 'open',
    content: CONTENT,
  });
  expect(await listed()).toContain(id);
});

test('a list comes page by page, the last changed first', async () => {
  const own = await firms.firm('长单位', { categories: ['food'] });
  for (let n = 0; n < 5; n += 1) await save(own.page, randomUUID(), { name: `第 ${n} 张` });
  const names: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const { body } = await own.page.ask('GET', `/v1/sheets?perPage=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    names.push(...body.sheets.map(({ name }: { name: string }) => name));
    cursor = body.next;
  }
  expect(names).toEqual(['第 4 张', '第 3 张', '第 2 张', '第 1 张', '第 0 张']);
});

test('in the database nothing can be read of it, and another key opens it when keys are renewed', async () => {
  const id = randomUUID();
  await save(mill.page, id, { content: { ...CONTENT, values: { supplierContact: '13800138000 11010519491231002X' } } });
  const { rows } = await server.database.db.query<{ row: string }>(
    'select s::text as row from recording.sheet s where id = $1',
    [id],
  );
  await mill.page.ask('POST', `/v1/sheets/${id}/submission`, { version: 1 });
  const { body } = await mill.page.ask('GET', `/epcis/events/urn:uuid:${id}`);
  expect(JSON.stringify(body)).toContain('urn:suyuan:person-datum:');
  expect(JSON.stringify(body)).not.toMatch(/13800138000|11010519491231002X/);
  expect(rows[0]?.row).not.toContain(Buffer.from('13800138000').toString('hex'));
  const { ctx } = server.database;
  const keyNo = server.keyring.addKey();
  expect(await ctx.write((tx) => resealSheets(tx, server.keyring, keyNo))).toBeGreaterThan(0);
  expect(await ctx.write((tx) => resealSheets(tx, server.keyring, keyNo))).toBe(0);
  expect((await mill.page.ask('GET', `/v1/sheets/${id}`)).body.content.values).toEqual({
    supplierContact: '13800138000 11010519491231002X',
  });
});
