import { describe, expect, test } from 'vitest';
import { aDocument, anEvent, EPC, type Members, SSCC } from './document.fixture.ts';
import { validateBareEvent, validateEnvelope } from './validate.ts';

describe('an event sent by itself', () => {
  test('brings its own context', () => {
    const context = 'https://ref.gs1.org/standards/epcis/epcis-context.jsonld';
    expect(validateBareEvent(anEvent('ObjectEvent', { '@context': context }))).toEqual([]);
    expect(validateBareEvent(anEvent())).toMatchObject([{ rule: 'document.context-required', pointer: '/@context' }]);
    expect(validateBareEvent(7)).toMatchObject([{ rule: 'event.value-type', pointer: '' }]);
  });
});

describe('the document around events', () => {
  const faults = (document: unknown): string[] =>
    validateEnvelope(document).map(({ rule, pointer }) => `${rule} ${pointer}`);
  const vocabularyList = [
    {
      type: 'urn:epcglobal:epcis:vtype:Location',
      vocabularyElementList: [{ id: EPC, attributes: [{ id: 'urn:x:a', attribute: 'x' }], children: [SSCC] }],
    },
  ];
  const query = (members: Members): Record<string, unknown> =>
    aDocument([], {
      type: 'EPCISQueryDocument',
      epcisBody: { queryResults: { queryName: 'q', resultsBody: { eventList: [] }, ...members } },
    });

  test.each<[string, Record<string, unknown>]>([
    ['without events', aDocument([])],
    ['with master data', aDocument([], { epcisHeader: { epcisMasterData: { vocabularyList } } })],
    ['with members of its own', aDocument([], { 'ex:a': 1, epcisBody: { eventList: [], 'ex:b': 2 } })],
    ['with an ID and parties', aDocument([], { id: 'urn:x:1', sender: 'a', receiver: 'b', instanceIdentifier: 'c' })],
    ['with one context', aDocument([], { '@context': 'https://ref.gs1.org/standards/epcis/epcis-context.jsonld' })],
    ['of a correction of the standard', aDocument([], { schemaVersion: '2.0.1' })],
    ['of a query', query({ subscriptionID: 's' })],
  ])('is sound %s', (_, document) => {
    expect(faults(document)).toEqual([]);
  });

  test.each<[string, unknown, string[]]>([
    ['no object', [aDocument([])], ['document.value-type ']],
    [
      'nothing',
      {},
      ['@context', 'type', 'schemaVersion', 'creationDate', 'epcisBody'].map((name) =>
        name === '@context' ? 'document.context-required /@context' : `document.member-required /${name}`,
      ),
    ],
    ['another type', aDocument([], { type: 'EPCISDoc' }), ['document.type-unknown /type']],
    ['an event for a document', aDocument([], { type: 'ObjectEvent' }), ['document.type-unknown /type']],
    ...['two', '9', '2', '2.1', '2.00', '2.0.', '1.2', '3.0', '', ' 2.0'].map(
      (version): [string, unknown, string[]] => [
        `the version ${version}`,
        aDocument([], { schemaVersion: version }),
        ['document.version /schemaVersion'],
      ],
    ),
    ['a version as number', aDocument([], { schemaVersion: 2.0 }), ['document.value-type /schemaVersion']],
    ['no time', aDocument([], { creationDate: '2026-03-05' }), ['document.time /creationDate']],
    ['no list of events', aDocument([], { epcisBody: {} }), ['document.events-required /epcisBody/eventList']],
    [
      'an object for events',
      aDocument([], { epcisBody: { eventList: {} } }),
      ['document.value-type /epcisBody/eventList'],
    ],
    [
      'one event instead of a list',
      aDocument([], { epcisBody: { event: anEvent() } }),
      ['document.events-required /epcisBody/eventList', 'document.member-unknown /epcisBody/event'],
    ],
    ['an unknown member', aDocument([], { schema: 1 }), ['document.member-unknown /schema']],
    ['no context', aDocument([], { '@context': 1 }), ['document.value-type /@context']],
    ['a context that is no URI', aDocument([], { '@context': ['epcis'] }), ['document.uri /@context/0']],
    ['no query name', query({ queryName: 1 }), ['document.value-type /epcisBody/queryResults/queryName']],
    [
      'master data without ID',
      aDocument([], {
        epcisHeader: { epcisMasterData: { vocabularyList: [{ type: 'urn:x:1', vocabularyElementList: [{}] }] } },
      }),
      ['document.member-required /epcisHeader/epcisMasterData/vocabularyList/0/vocabularyElementList/0/id'],
    ],
  ])('is refused with %s', (_, document, expected) => {
    expect(faults(document)).toEqual(expected);
  });
});
