import { EVENT_TYPES, VOCABULARY } from '@suyuan/epcis';
import { expect, test } from 'vitest';
import { stepsText } from './steps.ts';

const STEPS = VOCABULARY.filter(({ kind }) => kind === 'bizStep');

test('every business step has the words that the public pages show', () => {
  expect(STEPS.length).toBeGreaterThan(0);
  const of = (language: 'zh' | 'en') => STEPS.map(({ word, label }) => [word, label[language]]);
  expect(stepsText.zh).toMatchObject(Object.fromEntries(of('zh')));
  expect(stepsText.en).toMatchObject(Object.fromEntries(of('en')));
});

test('nothing but the steps and the types of events is there', () => {
  expect(Object.keys(stepsText.zh).sort()).toEqual([...STEPS.map(({ word }) => word), ...EVENT_TYPES].sort());
});
