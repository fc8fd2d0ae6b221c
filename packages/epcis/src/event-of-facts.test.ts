import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readContext, STANDARD_CONTEXT } from './context.ts';
import { anEvent, CLASS } from './document.fixture.ts';
import { eventOfFacts } from './event-of-facts.ts';
import { eventFacts } from './facts.ts';
import { createDocumentScanner, createXmlScanner, looksLikeXml } from './index.ts';
import type { EventFacts } from './model.ts';
import { validateEvent } from './validate.ts';

const folder = new URL('../../../vectors/documents/valid/', import.meta.url);

/** The facts of every event of the valid vectors, in JSON and XML. */
function factsOf(file: string): EventFacts[] {
  const bytes = readFileSync(new URL(file, folder));
  const scanner = looksLikeXml(bytes) ? createXmlScanner() : createDocumentScanner();
  const values = [...scanner.push(bytes)].map(({ value }) => value);
  const { context } = scanner.end();
  return values.map((value) => eventFacts(value, readContext(context)));
}

const files = readdirSync(folder).filter((file) => /\.(json|xml)$/.test(file));

test.each(files)('%s: what is told of its facts is a valid event, which has the same facts', (file) => {
  for (const facts of factsOf(file)) {
    const told: unknown = JSON.parse(JSON.stringify(eventOfFacts(facts)));
    expect(validateEvent(told, { pointer: '', text: JSON.stringify(told) })).toEqual([]);
    expect(orderless(eventFacts(told, STANDARD_CONTEXT))).toEqual(orderless(facts));
  }
});

/** The order of lists of one kind stays; which list comes first says nothing. */
function orderless({ units, ...facts }: EventFacts): object {
  const key = ({ role, isClass }: EventFacts['units'][number]): string => `${role} ${isClass}`;
  return { ...facts, units: units.toSorted((a, b) => key(a).localeCompare(key(b))) };
}

describe('spelling', () => {
  const told = (members: object): Record<string, unknown> =>
    Object.fromEntries(Object.entries(eventOfFacts(eventFacts(anEvent('ObjectEvent', { ...members }), CONTEXT))));
  const CONTEXT = readContext([{ ex: 'https://example.com/ns/' }]);

  test('words of the vocabularies are bare, names of extensions are whole, a name given twice is a list', () => {
    const event = told({
      bizStep: 'urn:epcglobal:cbv:bizstep:shipping',
      sourceList: [{ type: 'urn:epcglobal:cbv:sdt:owning_party', source: 'urn:epc:id:pgln:0614141.00001' }],
      'ex:note': ['a', 'b'],
      'ex:list': [[1, 2]],
    });
    expect(event).toMatchObject({
      bizStep: 'shipping',
      sourceList: [{ type: 'owning_party', source: 'https://id.gs1.org/417/0614141000012' }],
      'https://example.com/ns/note': ['a', 'b'],
      'https://example.com/ns/list': [['1', '2']],
    });
    expect(event).not.toHaveProperty('@context');
  });

  test('a quantity that is not told is left out of its element, which stays', () => {
    const facts = eventFacts(anEvent('TransformationEvent'), CONTEXT);
    const units = facts.units.map(({ code, role, isClass }) => ({ code, role, isClass }));
    const [input] = factsList(eventOfFacts({ ...facts, units }), 'inputQuantityList');
    expect(Object.keys(Object(input))).toEqual(['epcClass']);
    expect(eventFacts(anEvent('TransformationEvent'), CONTEXT).units[0]?.quantity).toBe(2);
    expect(CLASS).toContain('lgtin');
  });

  function factsList(event: object, name: string): unknown[] {
    const value = Object.entries(event).find(([key]) => key === name)?.[1];
    return Array.isArray(value) ? value : [];
  }
});
