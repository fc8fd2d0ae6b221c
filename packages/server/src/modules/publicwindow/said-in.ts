/** Words that somebody recorded, in the language of the page where they are known in it. Pure. */
import type { Language } from '@suyuan/api';
import type { ExtensionValue } from '@suyuan/epcis';
import type { RegistryEntry } from '../registry/index.ts';
import { textOf } from './papers-said.ts';

/** What reports and notices say in one and the same word: results of tests, and the classes of a recall. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ['未检出', 'Not detected'],
  ['检出', 'Detected'],
  ['阴性', 'Negative'],
  ['阳性', 'Positive'],
  ['合格', 'Passed'],
  ['不合格', 'Failed'],
  ['符合要求', 'As required'],
  ['一级召回', 'Class I'],
  ['二级召回', 'Class II'],
  ['三级召回', 'Class III'],
]);

/** The member of this name; in English `resultEn` for `result`, where it is recorded, as master data give names. */
export function saidIn(
  lang: Language,
  members: Readonly<Record<string, ExtensionValue>>,
  name: string,
): string | undefined {
  const said = textOf(members[name]);
  if (said === undefined || lang === 'zh') return said;
  return textOf(members[`${name}En`]) ?? USUAL.get(said) ?? said;
}

/** By words of master data what they are in English there: records often say a name or a content once more. */
export function englishOf(known: ReadonlyMap<string, RegistryEntry>): ReadonlyMap<string, string> {
  const english = new Map(USUAL);
  for (const { attributes } of known.values()) {
    for (const [name, value] of Object.entries(attributes)) {
      const said = textOf(attributes[`${name}En`]);
      if (said !== undefined && typeof value === 'string') english.set(value, said);
    }
  }
  return english;
}
