/** Documents of an organisation in which every value that may be private is a canary of its own, for tests. */
import { documentOf, type EventJson, objectEvent } from '../documents.ts';
import { canary, figure, type Owner } from './canaries.ts';

const PRODUCT = 'https://id.gs1.org/01/10614141073464';
/** A lot that both have to do with, so that the chain of one leads to the other. */
export const SHARED_LOT = `${PRODUCT}/10/BOTH`;

/** Codes by which an owner's things are asked for. */
export function codesOf(owner: Owner) {
  const c = (kind: string): string => canary(owner, kind);
  return {
    product: PRODUCT,
    item: `${PRODUCT}/21/${c('serial')}`,
    output: `${PRODUCT}/21/${c('output')}`,
    wrong: `${PRODUCT}/21/${c('wrong')}`,
    inXml: `${PRODUCT}/21/${c('xmlSerial')}`,
    lot: `${PRODUCT}/10/${c('lot')}`,
    input: `${PRODUCT}/10/${c('input')}`,
    pallet: `https://id.gs1.org/00/${figure(owner, 'sscc')}`,
    asset: `https://id.gs1.org/8004/0614141${c('asset')}`,
    place: `https://example.org/place/${c('bizLocation')}`,
    point: `https://example.org/place/${c('readPoint')}`,
    party: `https://example.org/party/${c('destination')}`,
    source: `https://example.org/party/${c('source')}`,
  };
}

const id = (owner: Owner, kind: string): string => `https://example.org/event/${canary(owner, kind)}`;

/** IDs and names of an owner's that no code scheme knows. */
export function namesOf(owner: Owner): string[] {
  const kinds = ['eventID', 'packedID', 'transformedID', 'soldID', 'shippedID', 'wrongID', 'recalledID', 'singleID'];
  const others = ['transformation', 'correctiveID', 'bizTransaction', 'soldTransaction'];
  return [
    ...kinds.map((kind) => id(owner, kind)),
    ...others.map((kind) => `https://example.org/${kind}/${canary(owner, kind)}`),
  ];
}

export interface Sent {
  readonly path: '/epcis/capture' | '/epcis/events';
  readonly body: string;
  readonly type: string;
}

export function documentsOf(owner: Owner): Sent[] {
  const json = 'application/json';
  const { event: single, context } = { event: eventsOf(owner).made, context: contextOf(owner) };
  const alone = { ...single, eventID: id(owner, 'singleID'), eventTime: '2026-02-09T00:00:00Z', '@context': context };
  const all = JSON.parse(documentOf(Object.values(eventsOf(owner)), header(owner)));
  return [
    { path: '/epcis/capture', type: json, body: JSON.stringify({ ...all, '@context': context }) },
    { path: '/epcis/capture', type: 'application/xml', body: inXml(owner) },
    { path: '/epcis/events', type: json, body: JSON.stringify(alone) },
  ];
}

function contextOf(owner: Owner): unknown[] {
  const own = { [canary(owner, 'prefix')]: `https://${canary(owner, 'namespace')}.example.org/` };
  return ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { ex: 'https://example.org/ns/', ...own }];
}

function eventsOf(owner: Owner): Record<string, EventJson> & { readonly made: EventJson } {
  const c = (kind: string): string => canary(owner, kind);
  const named = (kind: string): string => `https://example.org/${kind}/${c(kind)}`;
  const { item, output, wrong, lot, input, pallet, asset, place, point, party, source } = codesOf(owner);
  const measured = { type: 'Temperature', value: Number(figure(owner, 'sensorValue')), uom: 'CEL' };
  return {
    made: objectEvent({
      eventID: id(owner, 'eventID'),
      eventTime: '2026-02-01T00:00:00Z',
      action: 'ADD',
      bizStep: 'commissioning',
      disposition: named('disposition'),
      epcList: [item],
      quantityList: [{ epcClass: lot, quantity: Number(figure(owner, 'made')), uom: 'KGM' }],
      readPoint: { id: point },
      bizLocation: { id: place },
      bizTransactionList: [{ type: 'po', bizTransaction: named('bizTransaction') }],
      persistentDisposition: { set: [named('persistent')] },
      certificationInfo: named('certificationInfo'),
      ilmd: {
        'cbvmda:lotNumber': c('ilmdLot'),
        'cbvmda:countryOfOrigin': c('ilmdOrigin'),
        [`ex:${c('ilmdMember')}`]: c('ilmdValue'),
      },
      sensorElementList: [
        {
          sensorMetadata: { deviceID: named('deviceID'), rawData: named('rawData'), bizRules: named('bizRules') },
          sensorReport: [
            measured,
            { type: 'ex:reading', stringValue: c('stringValue') },
            { type: 'ex:reading', uriValue: named('uriValue'), microorganism: named('microorganism') },
          ],
        },
      ],
      'ex:testReport': { 'ex:item': c('testItem'), 'ex:result': c('testResult'), 'ex:laboratory': c('testLaboratory') },
      [`ex:${c('member')}`]: { 'ex:deep': [c('memberValue')] },
      [`${c('prefix')}:own`]: c('ownValue'),
    }),
    packed: objectEvent({
      type: 'AggregationEvent',
      eventID: id(owner, 'packedID'),
      eventTime: '2026-02-02T00:00:00Z',
      action: 'ADD',
      epcList: undefined,
      parentID: pallet,
      childEPCs: [item],
      childQuantityList: [{ epcClass: SHARED_LOT, quantity: Number(figure(owner, 'quantity')), uom: 'KGM' }],
      bizStep: 'packing',
    }),
    transformed: objectEvent({
      type: 'TransformationEvent',
      eventID: id(owner, 'transformedID'),
      eventTime: '2026-02-03T00:00:00Z',
      action: undefined,
      epcList: undefined,
      transformationID: named('transformation'),
      inputQuantityList: [
        { epcClass: SHARED_LOT, quantity: Number(figure(owner, 'quantity')), uom: 'KGM' },
        { epcClass: input, quantity: 1 },
      ],
      outputEPCList: [output],
      bizStep: named('step'),
    }),
    associated: objectEvent({
      type: 'AssociationEvent',
      eventTime: '2026-02-04T00:00:00Z',
      action: 'ADD',
      epcList: undefined,
      parentID: asset,
      childEPCs: [item],
      bizStep: 'assembling',
    }),
    sold: objectEvent({
      type: 'TransactionEvent',
      eventID: id(owner, 'soldID'),
      eventTime: '2026-02-05T00:00:00Z',
      action: 'ADD',
      epcList: [item],
      bizTransactionList: [{ type: 'inv', bizTransaction: named('soldTransaction') }],
      bizStep: 'accepting',
    }),
    shipped: objectEvent({
      eventID: id(owner, 'shippedID'),
      eventTime: '2026-02-06T00:00:00Z',
      epcList: [item],
      bizStep: 'shipping',
      sourceList: [{ type: 'possessing_party', source }],
      destinationList: [{ type: 'owning_party', destination: party }],
    }),
    received: objectEvent({
      eventTime: '2026-02-06T12:00:00Z',
      epcList: [item],
      bizStep: 'receiving',
      destinationList: [{ type: 'possessing_party', destination: named('holder') }],
    }),
    unpacked: objectEvent({
      type: 'AggregationEvent',
      eventTime: '2026-02-06T13:00:00Z',
      action: 'DELETE',
      epcList: undefined,
      parentID: pallet,
      childEPCs: [item],
      bizStep: 'unpacking',
    }),
    wrong: objectEvent({ eventID: id(owner, 'wrongID'), eventTime: '2026-02-07T00:00:00Z', epcList: [wrong] }),
    declared: objectEvent({
      eventID: id(owner, 'wrongID'),
      eventTime: '2026-02-07T00:00:00Z',
      epcList: [wrong],
      errorDeclaration: {
        declarationTime: '2026-02-08T00:00:00Z',
        reason: named('errorReason'),
        correctiveEventIDs: [named('correctiveID')],
        [`ex:${c('errorMember')}`]: c('errorValue'),
      },
    }),
    recalled: objectEvent({
      eventID: id(owner, 'recalledID'),
      eventTime: '2026-02-08T00:00:00Z',
      epcList: [output],
      bizStep: 'holding',
      disposition: 'recalled',
      bizLocation: { id: place },
      'ex:recall': { 'ex:recallReason': c('recallReason'), 'ex:recallClass': c('recallClass'), 'ex:by': c('recallBy') },
    }),
  };
}

function header(owner: Owner): EventJson {
  const c = (kind: string): string => canary(owner, kind);
  const { place, party, source } = codesOf(owner);
  const element = (element: string, kinds: Readonly<Record<string, string>>) => ({
    id: element,
    attributes: [
      ...Object.entries(kinds).map(([name, kind]) => ({ id: `urn:epcglobal:cbv:mda#${name}`, attribute: c(kind) })),
      { id: `https://example.org/ns/${c('attribute')}`, attribute: c('attributeValue') },
    ],
    children: [`https://example.org/place/${c('child')}`],
  });
  const vocabulary = (type: string, ...elements: readonly object[]) => ({
    type: `urn:epcglobal:epcis:vtype:${type}`,
    vocabularyElementList: elements,
  });
  const whom = { name: 'partyName', streetAddressOne: 'partyStreet', telephone: 'partyTelephone', email: 'partyEmail' };
  const whose = { name: 'sourceName', telephone: 'sourcePhone', email: 'sourceEmail' };
  return {
    sender: `https://example.org/party/${c('sender')}`,
    receiver: `https://example.org/party/${c('receiver')}`,
    instanceIdentifier: c('instanceIdentifier'),
    epcisHeader: {
      epcisMasterData: {
        vocabularyList: [
          vocabulary(
            'EPCClass',
            element(PRODUCT, { descriptionShort: 'productName', netContentDescription: 'content' }),
          ),
          vocabulary('BusinessLocation', element(place, { name: 'placeName', streetAddressOne: 'placeStreet' })),
          vocabulary(
            'SourceDest',
            element(party, whom),
            element(source, { ...whose, streetAddressOne: 'sourceStreet' }),
          ),
        ],
      },
    },
  };
}

function inXml(owner: Owner): string {
  const c = (kind: string): string => canary(owner, kind);
  const partner = (role: string, kind: string): string =>
    `<sbdh:${role}><sbdh:Identifier Authority="${c('authority')}">${c(kind)}</sbdh:Identifier></sbdh:${role}>`;
  const head =
    '<EPCISHeader><sbdh:StandardBusinessDocumentHeader><sbdh:HeaderVersion>1.0</sbdh:HeaderVersion>' +
    `${partner('Sender', 'xmlSender')}${partner('Receiver', 'xmlReceiver')}<sbdh:DocumentIdentification>` +
    '<sbdh:Standard>EPCglobal</sbdh:Standard><sbdh:TypeVersion>2.0</sbdh:TypeVersion>' +
    `<sbdh:InstanceIdentifier>${c('xmlInstance')}</sbdh:InstanceIdentifier><sbdh:Type>Events</sbdh:Type>` +
    '<sbdh:CreationDateAndTime>2026-01-01T00:00:00Z</sbdh:CreationDateAndTime></sbdh:DocumentIdentification>' +
    '</sbdh:StandardBusinessDocumentHeader></EPCISHeader>';
  const event =
    '<ObjectEvent><eventTime>2026-02-10T00:00:00Z</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset>' +
    `<epcList><epc>${codesOf(owner).inXml}</epc></epcList><action>OBSERVE</action>` +
    '<bizStep>urn:epcglobal:cbv:bizstep:storing</bizStep>' +
    `<own:${c('xmlMember')}>${c('xmlValue')}</own:${c('xmlMember')}></ObjectEvent>`;
  return (
    '<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" ' +
    'xmlns:sbdh="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader" ' +
    `xmlns:own="https://${c('xmlNamespace')}.example.org/" schemaVersion="2.0" creationDate="2026-01-01T00:00:00Z">` +
    `${head}<EPCISBody><EventList>${event}</EventList></EPCISBody></epcis:EPCISDocument>`
  );
}
