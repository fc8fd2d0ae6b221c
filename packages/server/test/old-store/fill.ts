/**
 * Fills a server with one of everything that a store holds: what `rows.json` was made of, by the program of its day. See
 * the README beside.
 */
import { readFileSync } from 'node:fs';
import { bareEvent, documentOf, objectEvent } from '../documents.ts';
import type { TestServer } from '../test-server.ts';

const VECTORS = new URL('../../../../vectors/epcis-xml/', import.meta.url);
const XML = [
  'aggregation-event',
  'association-event',
  'epcis-1.2-extensions',
  'error-declaration',
  'extensions-nested',
  'ilmd',
  'json-marks',
  'master-data-in-the-header',
  'object-event',
  'persistent-disposition-without-unset',
  'sensor-elements',
  'transaction-event',
  'transformation-event',
];

const can = (serial: string): string => `https://id.gs1.org/01/06990202000008/10/L1/21/${serial}`;

export async function fillStore(server: TestServer): Promise<void> {
  for (const name of XML) await post(server, '/epcis/capture', readFileSync(new URL(`${name}.xml`, VECTORS), 'utf8'));
  await post(server, '/epcis/capture', chain());
  // Again, and under the same eventIDs: duplicates, a declaration of each kind, a conflict.
  await post(server, '/epcis/capture', chain());
  await post(server, '/epcis/capture', documentOf(declarations()));
  await post(server, '/epcis/capture', documentOf([event(1, { action: 'OBSERVE' }), event(90)]), 'proceed');
  await post(server, '/epcis/capture', documentOf([event(1, { action: 'OBSERVE' }), event(91)]), 'rollback');
  await post(server, '/epcis/capture', documentOf([event(92), { type: 'ObjectEvent' }]), 'proceed');
  await post(server, '/epcis/events', bareEvent(event(93, { 'ex:note': '单独提交' })));
}

function event(n: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return objectEvent({
    eventTime: new Date(Date.UTC(2026, 4, 1, 0, n)).toISOString(),
    eventID: `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    action: 'ADD',
    epcList: [can(`S${n}`)],
    bizStep: 'commissioning',
    ...more,
  });
}

function declared(event: Record<string, unknown>, correctiveEventIDs: readonly string[] = []): Record<string, unknown> {
  const errorDeclaration = { declarationTime: '2026-06-01T00:00:00Z', reason: 'incorrect_data', correctiveEventIDs };
  return { ...event, errorDeclaration };
}

const NAMELESS = { eventID: undefined, epcList: [can('NAMELESS')], eventTime: '2026-05-02T08:00:00.1234567+08:00' };

function declarations(): unknown[] {
  return [
    declared(event(2), ['urn:uuid:00000000-0000-4000-8000-000000000003']),
    declared(event(50, NAMELESS)),
    // Before its original, which is in no document.
    declared(event(99)),
  ];
}

/** Goods, lots, a case, a pallet, bare national codes, notices, a place, parties, documents, sensors, extensions. */
function chain(): string {
  const pallet = 'https://id.gs1.org/00/069902020000000013';
  const place = 'urn:epc:id:sgln:6990202.00001.0';
  const events = [
    event(1),
    event(2),
    event(3, { recordTime: '2020-01-01T00:00:00Z', 'ex:note': ['一', { 'ex:deep': 1.5 }] }),
    event(50, NAMELESS),
    event(4, {
      epcList: ['cn-drug:81234560000000000017', 'cn-drug-standard-code:86901890000654', 'cn-gas-cylinder:A1'],
    }),
    event(5, {
      type: 'AggregationEvent',
      epcList: undefined,
      parentID: pallet,
      childEPCs: [can('S1'), can('S2')],
      childQuantityList: [{ epcClass: 'urn:epc:class:lgtin:6990202.000000.L1', quantity: 2.5, uom: 'KGM' }],
      readPoint: { id: place },
      bizStep: 'packing',
    }),
    event(6, {
      action: 'OBSERVE',
      epcList: [pallet],
      bizStep: 'shipping',
      bizLocation: { id: place },
      bizTransactionList: [{ type: 'po', bizTransaction: 'urn:example:po:1' }, { bizTransaction: 'urn:example:x' }],
      sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:6990202.00002' }],
      destinationList: [{ type: 'location', destination: place }],
    }),
    event(7, { action: 'OBSERVE', disposition: 'recalled', persistentDisposition: { set: ['recalled'] } }),
    event(8, {
      type: 'TransformationEvent',
      action: undefined,
      epcList: undefined,
      transformationID: 'urn:example:xform:1',
      inputQuantityList: [{ epcClass: 'urn:epc:class:lgtin:6990202.000000.RAW', quantity: 1 }],
      outputEPCList: [can('OUT')],
      ilmd: { 'cbvmda:lotNumber': 'L1', 'ex:grade': 'A' },
    }),
    event(9, {
      action: 'OBSERVE',
      sensorElementList: [
        {
          sensorMetadata: { time: '2026-05-01T00:09:00Z' },
          sensorReport: [{ type: 'Temperature', value: 4.5, uom: 'CEL' }],
        },
      ],
    }),
  ];
  return documentOf(events, { epcisHeader: { epcisMasterData: { vocabularyList: MASTER_DATA } } });
}

const MASTER_DATA = [
  {
    type: 'urn:epcglobal:epcis:vtype:EPCClass',
    vocabularyElementList: [
      {
        id: 'urn:epc:idpat:sgtin:6990202.000000.*',
        attributes: [{ id: 'urn:epcglobal:cbv:mda#descriptionShort', attribute: '婴儿配方奶粉 900 克' }],
      },
    ],
  },
  {
    type: 'urn:epcglobal:epcis:vtype:Location',
    vocabularyElementList: [
      {
        id: 'urn:epc:id:sgln:6990202.00001.0',
        attributes: [{ id: 'cbvmda:name', attribute: '一号仓库' }],
        children: ['urn:epc:id:sgln:6990202.00001.A1'],
      },
    ],
  },
];

async function post(server: TestServer, path: string, body: string, errorBehaviour = 'rollback'): Promise<void> {
  const type = body.startsWith('<') ? 'application/xml' : 'application/json';
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: {
      'content-type': type,
      authorization: `Bearer ${server.key}`,
      'GS1-Capture-Error-Behaviour': errorBehaviour,
    },
    body,
  });
  const isWanted = answer.ok || (errorBehaviour === 'rollback' && answer.status === 409);
  if (!isWanted) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 500)}`);
}
