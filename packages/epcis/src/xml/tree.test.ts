import { describe, expect, test } from 'vitest';
import { growth, LINEAR_MAX } from '../../../../tools/growth.fixture.ts';
import { isStandard, Prefixes } from './tree.ts';

test.each([
  '',
  'urn:epcglobal:epcis:xsd:1',
  'urn:epcglobal:epcis:xsd:2',
  'urn:epcglobal:epcis-query:xsd:2',
  'urn:epcglobal:epcis-masterdata:xsd:1',
  'urn:epcglobal:xsd:1',
  'https://ref.gs1.org/epcis/',
])('%j is a namespace of EPCIS', (uri) => {
  expect(isStandard(uri)).toBe(true);
});

test.each(['urn:epcglobal:epcis:xsd:3', 'urn:epcglobal:cbv:mda', 'https://ref.gs1.org/cbv/', 'x:urn:epcglobal:xsd:1'])(
  '%j is none',
  (uri) => {
    expect(isStandard(uri)).toBe(false);
  },
);

describe('prefixes', () => {
  const ex = { prefix: 'ex', local: 'colour' };

  test('one prefix in two namespaces becomes two, and each keeps its own from then on', () => {
    const prefixes = new Prefixes();
    const [one, two, three] = ['urn:one', 'urn:two', 'urn:three'].map((uri) => ({ ...ex, uri }));
    const names = [one, two, three, one, two].map((given) => given && prefixes.nameOf(given));
    expect(names).toEqual(['ex:colour', 'ex2:colour', 'ex3:colour', 'ex:colour', 'ex2:colour']);
    expect(prefixes.context()).toEqual({ ex: 'urn:one', ex2: 'urn:two', ex3: 'urn:three' });
  });

  test('two prefixes of one namespace become one', () => {
    const prefixes = new Prefixes();
    expect(prefixes.nameOf({ ...ex, uri: 'urn:one' })).toBe('ex:colour');
    expect(prefixes.nameOf({ ...ex, prefix: 'other', uri: 'urn:one' })).toBe('ex:colour');
    expect(prefixes.context()).toEqual({ ex: 'urn:one' });
  });

  test('one prefix in many namespaces costs time in proportion to their number', () => {
    const name = (count: number): void => {
      const prefixes = new Prefixes();
      for (let i = 0; i < count; i += 1) prefixes.declare('ex', `urn:${i}`);
    };
    expect(growth(name, 2_000)).toBeLessThan(LINEAR_MAX);
  });

  test('a number that a document took itself is passed over', () => {
    const prefixes = new Prefixes();
    prefixes.declare('ex', 'urn:one');
    prefixes.declare('ex2', 'urn:two');
    expect(prefixes.nameOf({ ...ex, uri: 'urn:three' })).toBe('ex3:colour');
  });

  test.each(['cbv', 'cbvmda', 'gs1', 'epcis', 'rdfs', 'owl', 'xsd', 'dcterms'])(
    '%s means what the context of EPCIS says, so another namespace gets another',
    (prefix) => {
      const prefixes = new Prefixes();
      expect(prefixes.nameOf({ prefix, local: 'a', uri: 'urn:own' })).toBe(`${prefix}2:a`);
      expect(prefixes.context()).toEqual({ [`${prefix}2`]: 'urn:own' });
    },
  );

  test.each(['urn:epcglobal:cbv:mda', 'urn:epcglobal:cbv:mda:'])(
    '%s is cbvmda, whatever a document calls it',
    (uri) => {
      const prefixes = new Prefixes();
      expect(prefixes.nameOf({ prefix: 'mda', local: 'lotNumber', uri })).toBe('cbvmda:lotNumber');
      expect(prefixes.context()).toEqual({});
    },
  );

  test('namespaces of XML itself, of EPCIS and of no prefix are not told', () => {
    const prefixes = new Prefixes();
    prefixes.declare('xsi', 'http://www.w3.org/2001/XMLSchema-instance');
    prefixes.declare('json', 'urn:suyuan:json');
    prefixes.declare('epcis', 'urn:epcglobal:epcis:xsd:2');
    prefixes.declare('', 'urn:own');
    prefixes.declare('xmlns', 'http://www.w3.org/2000/xmlns/');
    prefixes.declare('xml', 'http://www.w3.org/XML/1998/namespace');
    expect(prefixes.context()).toEqual({});
  });

  test('a namespace that is only declared is told, since a value may use it', () => {
    const prefixes = new Prefixes();
    prefixes.declare('example', 'urn:own');
    expect(prefixes.context()).toEqual({ example: 'urn:own' });
  });
});
