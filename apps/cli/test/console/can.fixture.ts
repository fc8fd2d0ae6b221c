/** One can of formula on its way from a factory to the shelf of a shop, recorded by those who had it. */
import { expect, vi } from 'vitest';
import { PARTIES, type Party, RECORDERS, type Recorder } from './can-parties.fixture.ts';
import type { RunningConsole } from './console.fixture.ts';
import { done, joined, trace } from './parties.fixture.ts';
import type { Tab } from './tab.fixture.ts';

const PRODUCT = 'https://id.gs1.org/01/06990030100013';
export const CAN = `${PRODUCT}/21/SN260301-0417`;

const partyCode = (by: Recorder): string => RECORDERS[by].organisation.code;
const siteCode = (by: Recorder): string => `https://id.gs1.org/414/${RECORDERS[by].site.code}`;

/** Goods change hands, with a delivery note. */
const handedOver = (from: Recorder, to: Recorder): object => ({
  sourceList: [{ type: 'possessing_party', source: partyCode(from) }],
  destinationList: [{ type: 'possessing_party', destination: partyCode(to) }],
  bizTransactionList: [{ type: 'desadv', bizTransaction: `https://example.org/delivery-notes/${from}-0417` }],
});

const MAKING = {
  action: 'ADD',
  ilmd: {
    'cbvmda:lotNumber': '260301',
    'cbvmda:productionDate': '2026-03-01',
    'cbvmda:itemExpirationDate': '2028-02-29',
    'cbvmda:countryOfOrigin': 'CN',
  },
  'suyuan:testReport': { 'suyuan:item': '出厂检验', 'suyuan:result': '合格', 'suyuan:passed': true },
};

/** In their order, each on a day of its own. */
const STEPS: readonly (readonly [by: Recorder, bizStep: string, more: object])[] = [
  ['maker', 'commissioning', MAKING],
  ['maker', 'shipping', handedOver('maker', 'wholesaler')],
  ['wholesaler', 'receiving', handedOver('maker', 'wholesaler')],
  ['wholesaler', 'shipping', handedOver('wholesaler', 'shop')],
  ['shop', 'receiving', handedOver('wholesaler', 'shop')],
  ['shop', 'storing', {}],
];

/** Each party's person, signed in; the whole way is recorded, and the regulator watches over the county of the shop. */
export async function canOnItsWay(at: RunningConsole): Promise<Readonly<Record<Party, Tab>>> {
  const operator = await at.firstStart();
  const joinedAs = async (party: Party): Promise<Tab> => {
    const { organisation, person } = PARTIES[party];
    const made = await done(operator, 'POST', '/v1/operator/organisations', { ...organisation, owner: person.name });
    return joined(at, made, person);
  };
  const maker = await joinedAs('maker');
  const wholesaler = await joinedAs('wholesaler');
  const shop = await joinedAs('shop');
  const regulator = await joinedAs('regulator');
  const stranger = await joinedAs('stranger');
  const { region } = PARTIES.regulator.organisation;
  const { id } = Object(await done(regulator, 'GET', '/v1/organisation'));
  await done(operator, 'POST', '/v1/operator/jurisdictions', { organisation: id, region, category: '*' });
  await recordAll(at, { maker, wholesaler, shop });
  return { maker, wholesaler, shop, regulator, stranger };
}

async function recordAll(at: RunningConsole, tabs: Readonly<Record<Recorder, Tab>>): Promise<void> {
  const secrets = new Map<Recorder, string>();
  for (const by of ['maker', 'wholesaler', 'shop'] as const) {
    const { site, organisation } = RECORDERS[by];
    const { name, kind, code } = site;
    await done(tabs[by], 'POST', '/v1/sites', { name, kind, code, region: organisation.region });
    const key = Object(await done(tabs[by], 'POST', '/v1/keys', { label: '扫码枪', role: 'capture' }));
    secrets.set(by, key.secret);
  }
  for (const [index, [by, bizStep, more]] of STEPS.entries()) {
    const eventID = `https://example.org/way-of-a-can/${index + 1}`;
    const eventTime = `2026-03-0${index + 1}T02:30:00Z`;
    const answer = await fetch(`${at.program.url}/epcis/capture`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secrets.get(by)}`, 'content-type': 'application/json' },
      body: JSON.stringify(documentOf(by, { eventID, bizStep, eventTime, ...more })),
    });
    expect(answer.status).toBe(202);
  }
  const events = async () => Object((await trace(tabs.shop, CAN)).body).events;
  await vi.waitFor(async () => expect(await events()).toHaveLength(STEPS.length), { timeout: 30_000 });
}

/** One event, under the names that its recorder gives to itself, its place, and the product where it makes it. */
function documentOf(by: Recorder, event: object): object {
  const place = { id: siteCode(by) };
  const { organisation, nameEn, site } = RECORDERS[by];
  const vocabularyList = [
    vocabulary('SourceDest', named(partyCode(by), 'name', organisation.name, nameEn)),
    vocabulary('BusinessLocation', named(siteCode(by), 'name', site.name, site.nameEn)),
    ...(by === 'maker'
      ? [
          vocabulary(
            'EPCClass',
            named(PRODUCT, 'descriptionShort', '晨露婴儿配方奶粉 900 g', 'Chenlu infant formula 900 g'),
          ),
        ]
      : []),
  ];
  return {
    '@context': [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { cbvmda: 'urn:epcglobal:cbv:mda:', suyuan: 'https://suyuan.example/ns/' },
    ],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-03-01T02:30:00Z' },
    epcisHeader: { epcisMasterData: { vocabularyList } },
    epcisBody: {
      eventList: [
        {
          ...{ type: 'ObjectEvent', action: 'OBSERVE', epcList: [CAN], eventTimeZoneOffset: '+08:00' },
          ...{ readPoint: place, bizLocation: place, ...event },
        },
      ],
    },
  };
}

const vocabulary = (type: string, element: object): object => ({
  type: `urn:epcglobal:epcis:vtype:${type}`,
  vocabularyElementList: [element],
});

const named = (id: string, attribute: string, zh: string, en: string): object => ({
  id,
  attributes: [
    { id: `urn:epcglobal:cbv:mda#${attribute}`, attribute: zh },
    { id: `https://suyuan.example/ns/${attribute}En`, attribute: en },
  ],
});
