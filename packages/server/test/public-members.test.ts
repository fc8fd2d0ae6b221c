/** Members of an event that the standard leaves to others: a stranger sees those that a pack of the event has everybody see, and no other. */
import { type EventFacts, eventFacts, readContext } from '@suyuan/epcis';
import { CHECKS, loadPack, PACKS, type Pack, readPack } from '@suyuan/profiles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutFacts } from '../src/modules/disclosure/cut-facts.ts';
import { NO_MEMBERS } from '../src/modules/disclosure/open-members.ts';
import { WHOLE_SIGHT } from '../src/modules/disclosure/sight.ts';
import { createKey } from '../src/modules/identity/index.ts';
import type { PackInUse } from '../src/modules/standards/index.ts';
import { publicMembersOf } from '../src/modules/standards/public-members.ts';
import { cosmetics } from './compliance/cosmetics.fixture.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const WORDS = { zh: '项', en: 'Item' };
const LAW = { source: 'law', confidence: 'B' };
const element = (at: string[], more: object = {}): object => ({
  ...{ name: WORDS, type: 'text', level: 'public', at },
  ...more,
});

function inUse(given: unknown): PackInUse {
  const read = readPack(given, new Set(Object.keys(CHECKS)));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return { pack: read.pack, loaded: loadPack(read.pack, CHECKS), text: '', digest: '' };
}

function packOf(elements: Readonly<Record<string, object>>): Pack {
  const bare = {
    ...{ stages: [], requirements: [], rules: [], ledgers: [], publicPage: { groups: [], marks: [] } },
    codeLists: { works: { ...LAW, name: WORDS, values: ['upkeep', 'fault'].map((code) => ({ code, name: WORDS })) } },
    elements,
  };
  return inUse(cosmetics('2026.1', bare)).pack;
}

const PACK = inUse(
  packOf({
    filing: element(['event/filingNo']),
    colour: element(['ilmd/colour', 'event/colour']),
    finding: element(['event/check/finding']),
    work: element(['event/work'], { type: 'code', level: 'partner', codeList: 'works', publicCodes: ['upkeep'] }),
    price: element(['event/price'], { level: 'owner' }),
    buyer: element(['event/buyer'], { level: 'chain' }),
    tester: element(['event/tester'], { isPersonal: true }),
    either: element(['event/either']),
    nobody: element(['event/either'], { level: 'owner', isPersonal: true }),
  }),
);

const FACTS: EventFacts = {
  type: 'ObjectEvent',
  action: 'OBSERVE',
  eventTimeMs: 0,
  eventTimeZoneOffset: '+08:00',
  units: [],
  sources: [],
  destinations: [],
  bizTransactions: [],
  ilmd: [
    ['https://x.example/colour', 'red'],
    ['https://x.example/recipe', 'secret'],
  ],
  extensions: [
    ['https://x.example/filingNo', 'A-1'],
    ['https://x.example/colour', { 'https://x.example/inner': 'secret' }],
    ['https://x.example/check', [{ 'https://x.example/finding': 'fit', 'https://x.example/by': '周敏' }]],
    ...['price', 'buyer', 'tester', 'either'].map((name) => [`https://x.example/${name}`, 'secret'] as const),
  ],
};

function seen({
  hidden = ['other', 'productMore'],
  categories = ['cosmetics'],
}: {
  hidden?: string[];
  categories?: string[];
} = {}) {
  const event = { id: '1', facts: FACTS, recordedBy: [1], declaredInError: false, isDeclaration: false };
  const { ilmd = [], extensions = [] } = cutFacts(event, {
    ...WHOLE_SIGHT,
    hiddenOf: () => ['other'],
    sees: (_, name) => !hidden.includes(name),
    openPartOf: ({ facts }) => publicMembersOf([PACK])(facts, categories),
  });
  return [...ilmd, ...extensions];
}

describe('by a pack alone', () => {
  test('what it has everybody see is open, and of an object no more than the member that it names', () => {
    expect(seen()).toEqual([
      ['https://x.example/colour', 'red'],
      ['https://x.example/filingNo', 'A-1'],
      ['https://x.example/check', [{ 'https://x.example/finding': 'fit' }]],
    ]);
  });
  test('nothing of it is open where what the goods are is not', () => {
    expect(seen({ hidden: ['other', 'productMore', 'product'] })).toEqual([]);
  });
  test('nothing of it is open of an event that the pack does not apply to', () => {
    expect(seen({ categories: ['food'] })).toEqual([]);
  });
  test('of an element that is not for everybody a code that is, alone or in a list, and no other', () => {
    const open = publicMembersOf([PACK])(FACTS, ['cosmetics']);
    for (const [value, part] of [
      ['upkeep', 'upkeep'],
      ['fault', undefined],
      [['fault', 'upkeep'], ['upkeep']],
      [{ 'https://x.example/work': 'upkeep' }, undefined],
    ] as const)
      expect([value, open('event', 'work', value)]).toEqual([value, part]);
  });
  test('of the packs that come with the program no personal place is open', () => {
    for (const pack of PACKS.map(inUse)) {
      const open = publicMembersOf([pack])(FACTS, pack.pack.goods.categories);
      for (const { at, isPersonal } of Object.values(pack.pack.elements)) {
        for (const place of isPersonal === true ? at : []) {
          const [head, name = '', member] = place.split('/');
          const value = member === undefined ? '周敏' : { [member]: '周敏' };
          if (head === 'event' || head === 'ilmd') expect([place, open(head, name, value)]).toEqual([place, undefined]);
        }
      }
    }
    expect(NO_MEMBERS('event', 'filingNo', 'A-1')).toBeUndefined();
  });
});

describe('asked of a server', () => {
  const CAN = 'https://id.gs1.org/01/06901234567892/21/CAN9';
  let server: TestServer;
  let stranger: string;
  beforeAll(async () => {
    server = await testServer();
    const { db } = server.database;
    await db.query(`update identity.organisation set categories = '{food}' where no = 1`);
    stranger = await createKey(db, { role: 'admin', org: 'urn:epc:id:pgln:0614141.00009' });
    await server.client.capture(
      documentOf([
        objectEvent({
          ...{ action: 'ADD', bizStep: 'commissioning', epcList: [CAN], eventID: 'https://example.org/made' },
          ...{ 'ex:inspectionNo': '检2026-1', 'ex:inspector': '周敏', 'ex:cost': '12' },
          ilmd: { 'ex:shelfLife': '24个月', 'ex:recipe': 'secret' },
        }),
      ]),
    );
  });
  afterAll(() => server.close());

  async function told(): Promise<{ ilmd: unknown[]; extensions: unknown[] }> {
    const response = await fetch(`${server.url}/epcis/events?MATCH_epc=${encodeURIComponent(CAN)}`, {
      headers: { authorization: `Bearer ${stranger}` },
    });
    const text = await response.text();
    const [event] = JSON.parse(text).epcisBody.queryResults.resultsBody.eventList;
    const { ilmd = [], extensions = [] } = eventFacts(event, readContext(undefined));
    const values = (named: readonly (readonly [string, unknown])[]) => named.map(([, value]) => value);
    expect(text).not.toMatch(/周敏|secret/);
    return { ilmd: values(ilmd), extensions: values(extensions) };
  }

  test('a stranger is told what the food pack has everybody see, and the inspector’s name and the cost are not told', async () => {
    const { ilmd, extensions } = await told();
    expect(ilmd).toEqual(['24个月']);
    expect(extensions).toContain('检2026-1');
    expect(extensions).not.toContain('12');
  });
  test('of a recorder who deals in something else nothing of it is told', async () => {
    await server.database.db.query(`update identity.organisation set categories = '{}' where no = 1`);
    const { ilmd, extensions } = await told();
    expect([ilmd, extensions.includes('检2026-1')]).toEqual([[], false]);
  });
});
