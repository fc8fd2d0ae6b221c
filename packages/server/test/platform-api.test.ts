import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers: { authorization: `Bearer ${server.key}`, ...headers } });

test('/v1/openapi.json describes every route of /v1, its answers and its refusals', async () => {
  const description = await (await get('/v1/openapi.json')).json();
  expect(description.openapi).toBe('3.1.0');
  const described = server.routes
    .filter(({ url, method }) => url.startsWith('/v1/') && method !== 'HEAD' && url !== '/v1/openapi.json')
    .map(({ url }) => url.replace(/:(\w+)/g, '{$1}'));
  expect(Object.keys(description.paths).sort()).toEqual([...new Set(described)].sort());
  expect(Object.keys(description.paths)).toContain('/v1/trace');
  const { responses } = description.paths['/v1/trace'].get;
  expect(Object.keys(responses[200].content['application/json'].schema.properties)).toEqual(
    expect.arrayContaining(['units', 'events', 'links', 'custody', 'anomalies', 'completeness']),
  );
  expect(responses.default).toBeDefined();
});

test('/v1/codes/names says what things are called, in both languages, to those who hold a key', async () => {
  const product = 'https://id.gs1.org/01/06901234567892';
  const attributes = [
    { id: 'urn:epcglobal:cbv:mda#descriptionShort', attribute: '红富士苹果' },
    { id: 'https://example.com/ns/descriptionShortEn', attribute: 'Fuji apples' },
  ];
  const vocabularyList = [
    { type: 'urn:epcglobal:epcis:vtype:EPCClass', vocabularyElementList: [{ id: product, attributes }] },
  ];
  const document = JSON.parse(documentOf([objectEvent()]));
  await server.client.capture(JSON.stringify({ ...document, epcisHeader: { epcisMasterData: { vocabularyList } } }));
  const nameless = Array.from({ length: 60 }, (_, number) => `https://id.gs1.org/01/06901234567892/21/N${number}`);
  expect(await server.client.names([...nameless, '(01)06901234567892'])).toEqual([
    { code: '(01)06901234567892', name: { zh: '红富士苹果', en: 'Fuji apples' } },
  ]);
  const path = `/v1/codes/names?code=${encodeURIComponent(product)}`;
  expect((await fetch(server.url + path)).status).toBe(401);
  expect((await get('/v1/codes/names')).status).toBe(400);
});

test('/v1/codes/parse says what a code is, its canonical form and its other spellings, without a key', async () => {
  const response = await fetch(`${server.url}/v1/codes/parse?code=${encodeURIComponent('(01)06901234567892(21)A1')}`);
  expect(await response.json()).toMatchObject({
    scheme: 'gs1',
    canonical: 'https://id.gs1.org/01/06901234567892/21/A1',
    parts: { gtin: '06901234567892', serial: 'A1' },
    wellFormed: true,
    equivalents: expect.arrayContaining(['urn:epc:id:sgtin:6901234.056789.A1']),
  });
  const wrong = await (
    await fetch(`${server.url}/v1/codes/parse?code=${encodeURIComponent('(01)06901234567893')}`)
  ).json();
  expect(wrong).toMatchObject({ wellFormed: false, refusal: { reason: 'check-digit' } });
  expect((await fetch(`${server.url}/v1/codes/parse`)).status).toBe(400);
});

test('/v1/codes/parse leads with the good reading that detection has, and takes words and persons for no code', async () => {
  const ask = async (code: string) =>
    (await fetch(`${server.url}/v1/codes/parse?code=${encodeURIComponent(code)}`)).json();
  expect(await ask('(01) 06951181105326 (10) L1')).toMatchObject({
    canonical: 'https://id.gs1.org/01/06951181105326/10/L1',
    wellFormed: true,
  });
  expect(await ask('sc 113 510901 00010')).toMatchObject({
    scheme: 'cn-licence-sc',
    canonical: 'cn-licence-sc:SC11351090100010',
  });
  expect(await ask('蒙牛纯牛奶')).toMatchObject({ scheme: 'unknown', wellFormed: true });
  expect(await ask('ABCDEFGHIJKLMNOPQRST')).toMatchObject({
    scheme: 'unknown',
    readings: [{ scheme: 'cn-drug-other', sure: false }],
  });
  expect(await ask('6951181105327')).toMatchObject({ refusal: { reason: 'check-digit', expected: '6' } });
  // The example of GB 11643, which has the length of an SSCC.
  expect(await ask('440524188001010014')).toMatchObject({
    scheme: 'cn-personal-number',
    wellFormed: false,
    refusal: { reason: 'personal-number' },
    equivalents: [],
    code: '*'.repeat(18),
    canonical: '*'.repeat(18),
  });
  // A logistic unit that is spelled out is told, whatever its digits could be as well.
  const sscc = 'https://id.gs1.org/00/310104196508150431';
  expect(await ask(sscc)).toMatchObject({ code: sscc, canonical: sscc, wellFormed: true });
});

test('the form on the page of a product takes the other bar code of an item for one of that product', async () => {
  const asked = async (code: string) => {
    const query = new URLSearchParams({ code, of: '(01)06951181105326', lang: 'en' });
    const { status, headers } = await fetch(`${server.url}/q?${query}`, { redirect: 'manual' });
    expect(status).toBe(303);
    return decodeURIComponent(headers.get('location') ?? '');
  };
  expect(await asked(']C110L1')).toBe('/q/(01)06951181105326(10)L1?lang=en');
  // A code of another thing stands for itself.
  for (const other of ['6901234567892', '(00)069900202000000044', 'L1'])
    expect(await asked(other)).toBe(`/q/${other}?lang=en`);
});

test('a page takes a code for the same, and shows nothing of the number of a person, nor does a problem', async () => {
  const page = async (path: string, accept = 'text/html') => {
    const answer = await fetch(`${server.url}${path}`, { headers: { accept } });
    return { status: answer.status, text: await answer.text(), cache: answer.headers.get('cache-control') };
  };
  for (const word of ['蒙牛纯牛奶', '京东', '车厘子']) {
    expect((await page(`/q/${encodeURIComponent(word)}`)).status).toBe(404);
  }
  const typed = await page(`/q/${encodeURIComponent('(01) 06951181105326 (10) L1')}`, 'application/json');
  expect(JSON.parse(typed.text)).toMatchObject({ code: { canonical: 'https://id.gs1.org/01/06951181105326/10/L1' } });
  const wrong = await page('/q/6951181105327?lang=zh');
  expect(wrong.status).toBe(400);
  expect(JSON.parse(wrong.text)).toMatchObject({
    fault: { reason: 'check-digit', expected: '6' },
    code: { schemeName: { zh: '商品条码（GS1）' }, others: [] },
  });
  for (const accept of ['text/html', 'application/json']) {
    const person = await page('/q/440524188001010014', accept);
    expect(person.status).toBe(400);
    expect(person.text).not.toContain('440524188001010014');
    expect(person.cache).toBe('no-store');
  }
  const problem = await page('/v1/440524188001010014', 'application/json');
  expect(problem.status).toBe(404);
  expect(problem.text).not.toContain('440524188001010014');
});

test('/v1/codes/parse takes what people type, and shows all that it may be, with reasons', async () => {
  const ask = async (code: string) =>
    (await fetch(`${server.url}/v1/codes/parse?code=${encodeURIComponent(code)}`)).json();
  const typed = '药品追溯码：8123456 0000 0000 00017';
  expect(await ask(typed)).toMatchObject({
    code: typed,
    scheme: 'cn-drug',
    names: 'instance',
    canonical: 'cn-drug:81234560000000000017',
    ambiguous: false,
    readings: [{ scheme: 'cn-drug', code: '81234560000000000017', reasons: expect.any(Array) }],
  });
  expect(await ask('6951181105327')).toMatchObject({
    scheme: 'gs1',
    wellFormed: false,
    refusal: { reason: 'check-digit' },
  });
  const ambiguous = await ask('10026039756004175');
  expect(ambiguous).toMatchObject({ ambiguous: true });
  expect(ambiguous.readings.length).toBeGreaterThan(1);
  expect(await ask('hello')).toMatchObject({ scheme: 'unknown', canonical: 'hello', wellFormed: true, readings: [] });
  expect(await ask('(01)06951181105326(10)L1(17)261231')).toMatchObject({
    elements: [
      { ai: '01', title: 'GTIN' },
      { ai: '10', value: 'L1', name: { zh: '批号' } },
      { ai: '17', title: 'USE BY or EXPIRY' },
    ],
    elementFaults: [],
  });
});

test('/v1/codes/schemes lists every scheme with its source and how sure it is', async () => {
  const { schemes } = await (await fetch(`${server.url}/v1/codes/schemes`)).json();
  expect(schemes.length).toBeGreaterThan(50);
  expect(schemes).toContainEqual(
    expect.objectContaining({ id: 'cn-pesticide', standard: '农业部公告第2579号', confidence: 'sourced' }),
  );
  expect(schemes).toContainEqual(expect.objectContaining({ id: 'cn-licence-jy', confidence: 'verified' }));
  expect(schemes).toContainEqual(expect.objectContaining({ id: 'cn-licence-feed', confidence: 'unverified' }));
});

test('a national code is captured behind the name of its scheme, and found as it is printed', async () => {
  const event = objectEvent({
    eventTime: '2026-05-01T00:00:00Z',
    action: 'ADD',
    bizStep: 'commissioning',
    epcList: ['cn-drug:89012340000000000025', 'cn-gas-cylinder:%E4%BA%ACA-00042'],
  });
  await server.client.capture(documentOf([event]));
  for (const code of ['89012340000000000025', 'cn-drug:89012340000000000025', 'CN-DRUG:89012340000000000025']) {
    const { units, events } = await server.client.trace({ codes: [code], direction: 'both' });
    expect(units[0]?.code).toBe('cn-drug:89012340000000000025');
    expect(events).toHaveLength(1);
  }
  const { units } = await server.client.trace({ codes: ['cn-gas-cylinder:京A-00042'], direction: 'both' });
  expect(units[0]?.code).toBe('cn-gas-cylinder:京A-00042');
  const page = await fetch(`${server.url}/q/${encodeURIComponent('8901 2340 0000 0000 0025')}`, {
    headers: { accept: 'application/json' },
  });
  expect(page.status).toBe(200);
  expect(await page.json()).toMatchObject({ code: { scheme: 'cn-drug', canonical: 'cn-drug:89012340000000000025' } });
});

test('a bare text that may be two things is looked up as each of them', async () => {
  const text = '86956127155850';
  const page = async (): Promise<unknown> =>
    (await fetch(`${server.url}/q/${text}`, { headers: { accept: 'application/json' } })).json();
  expect(await page()).toMatchObject({ code: { scheme: 'gs1' } });
  const drug = `cn-drug-standard-code:${text}`;
  await server.client.capture(documentOf([objectEvent({ epcList: [drug] })]));
  expect(await page()).toMatchObject({ code: { scheme: 'cn-drug-standard-code', canonical: drug } });
  expect(await server.client.trace({ codes: [text], direction: 'both' })).toMatchObject({ start: [drug] });
});

test('/v1/trace follows goods through a shipment, as JSON and line by line', async () => {
  const unit = 'https://id.gs1.org/01/10614141073464/21/';
  const at = (hour: number) => ({ eventTime: `2026-04-01T0${hour}:00:00Z` });
  await server.client.capture(
    documentOf([
      objectEvent({ ...at(1), action: 'ADD', bizStep: 'commissioning', epcList: [`${unit}A`] }),
      objectEvent({
        ...at(2),
        type: 'TransformationEvent',
        action: undefined,
        epcList: undefined,
        bizStep: 'creating_class_instance',
        inputEPCList: [`${unit}A`],
        outputEPCList: [`${unit}B`],
      }),
      objectEvent({
        ...at(3),
        type: 'AggregationEvent',
        action: 'ADD',
        epcList: undefined,
        bizStep: 'packing',
        parentID: 'urn:epc:id:sscc:0614141.1234567890',
        childEPCs: ['urn:epc:id:sgtin:0614141.107346.B'],
      }),
    ]),
  );
  const down = await server.client.trace({ codes: ['urn:epc:id:sgtin:0614141.107346.A'], direction: 'downstream' });
  expect(down.units.map(({ code, role }) => `${role} ${code.split('/').slice(3).join('/')}`)).toEqual(
    expect.arrayContaining([
      'start 01/10614141073464/21/A',
      'affected 01/10614141073464/21/B',
      'carrier 00/106141412345678908',
    ]),
  );
  expect(down.completeness.complete).toBe(true);
  const lines = (
    await (
      await get(`/v1/trace?code=${encodeURIComponent(`${unit}B`)}&direction=upstream`, {
        accept: 'application/x-ndjson',
      })
    ).text()
  )
    .trim()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line).list)).toEqual(expect.arrayContaining(['units', 'events', 'links']));
});

test('health: alive, ready, metrics', async () => {
  expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
  expect(await (await get('/readyz')).json()).toMatchObject({
    status: 'ok',
    log: { pendingBatches: 0 },
    database: { version: expect.stringMatching(/^\d+\.\d+$/) },
  });
  expect(await (await get('/metrics')).text()).toMatch(/^suyuan_log_leaves \d+$/m);
});
