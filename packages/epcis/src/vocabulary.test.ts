import { expect, test } from 'vitest';
import { readContext } from './context.ts';
import {
  bareTerm,
  bizStepUri,
  bizTransactionTypeUri,
  componentUri,
  dispositionUri,
  errorReasonUri,
  sensorTermUri,
  sourceDestTypeUri,
  termLabel,
  VOCABULARY,
} from './vocabulary.ts';

const context = readContext([{ c: 'https://ref.gs1.org/cbv/', ex: 'https://example.cn/steps/' }]);

test.each([
  [bizStepUri, 'shipping', 'bizstep', 'BizStep-shipping'],
  [dispositionUri, 'in_transit', 'disp', 'Disp-in_transit'],
  [bizTransactionTypeUri, 'po', 'btt', 'BTT-po'],
  [sourceDestTypeUri, 'owning_party', 'sdt', 'SDT-owning_party'],
  [errorReasonUri, 'did_not_occur', 'er', 'ER-did_not_occur'],
  [componentUri, 'latitude', 'comp', 'Comp-latitude'],
])('every spelling of a term is one URI: %o %s', (uriOf, word, urnPart, webPart) => {
  const uri = `https://ref.gs1.org/cbv/${webPart}`;
  for (const spelling of [
    word,
    ` ${word} `,
    `cbv:${webPart}`,
    `c:${webPart}`,
    `urn:epcglobal:cbv:${urnPart}:${word}`,
    uri,
  ]) {
    expect(uriOf(spelling, context), spelling).toBe(uri);
  }
  expect(bareTerm(uri)).toBe(word);
  expect(bareTerm(`urn:epcglobal:cbv:${urnPart}:${word}`)).toBe(word);
});

test('terms nobody knows stay: words and URIs as they are, CURIEs expanded, URNs of the CBV as Web URIs', () => {
  expect(bizStepUri('drying', context)).toBe('drying');
  expect(bizStepUri('constructor', context)).toBe('constructor');
  expect(bizStepUri('http://example.com/step/x', context)).toBe('http://example.com/step/x');
  expect(bizStepUri('ex:drying', context)).toBe('https://example.cn/steps/drying');
  expect(bizStepUri('urn:epcglobal:cbv:bizstep:drying', context)).toBe('https://ref.gs1.org/cbv/BizStep-drying');
  expect(bareTerm('https://example.cn/steps/drying')).toBe('https://example.cn/steps/drying');
});

test('a word belongs to its own vocabulary only', () => {
  expect(dispositionUri('shipping', context)).toBe('shipping');
  expect(bizStepUri('in_transit', context)).toBe('in_transit');
});

test('measurement types and exceptions are terms of the GS1 Web Vocabulary', () => {
  expect(sensorTermUri('Temperature', context)).toBe('https://gs1.org/voc/Temperature');
  expect(sensorTermUri('gs1:Temperature', context)).toBe('https://gs1.org/voc/Temperature');
  expect(sensorTermUri('ALARM_CONDITION', context)).toBe('https://gs1.org/voc/ALARM_CONDITION');
  expect(sensorTermUri('my own', context)).toBe('my own');
});

test('every term has a name of its own in Chinese within its vocabulary', () => {
  expect(VOCABULARY.filter((term) => term.kind === 'bizStep')).toHaveLength(41);
  expect(VOCABULARY.filter((term) => term.kind === 'disposition')).toHaveLength(33);
  expect(VOCABULARY.filter((term) => term.kind === 'bizTransactionType')).toHaveLength(13);
  expect(new Set(VOCABULARY.map((term) => term.kind + term.label.zh)).size).toBe(VOCABULARY.length);
  for (const term of VOCABULARY.filter((entry) => entry.kind !== 'component'))
    expect(term.label.zh).toMatch(/^\p{Script=Han}/u);
});

test('shows a term by its name, and one that is not standard by its word or URI', () => {
  expect(termLabel('https://ref.gs1.org/cbv/BizStep-commissioning')).toEqual({ en: 'Commissioning', zh: '赋码' });
  expect(termLabel('urn:epcglobal:cbv:bizstep:receiving').zh).toBe('收货');
  expect(termLabel('https://ref.gs1.org/cbv/BizStep-drying')).toEqual({ en: 'drying', zh: 'drying' });
  expect(termLabel('https://example.cn/x').zh).toBe('https://example.cn/x');
});
