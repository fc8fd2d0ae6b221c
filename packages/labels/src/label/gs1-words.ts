/** What is wrong with the elements of a GS1 symbol, in words. */
import type { ElementFault, Reason, Text } from '@suyuan/codes';

const WORDS: Readonly<Record<Reason, Text>> = {
  length: { zh: '长度不对', en: 'has the wrong length' },
  alphabet: { zh: '有不允许的字符', en: 'has a character that is not allowed' },
  'check-digit': { zh: '校验位不对', en: 'has a wrong check digit' },
  date: { zh: '不是有效日期', en: 'is no valid date' },
  registry: { zh: '不符合 GS1 规则', en: 'is against the rules of GS1' },
  'personal-number': { zh: '是个人号码，不得印出', en: 'is the number of a person, which is not printed' },
};

export function gs1Words({ ai, reason, needs, excludes }: ElementFault): Text {
  if (needs !== undefined) return { zh: `(${ai}) 须与 (${needs}) 同用`, en: `(${ai}) needs (${needs}) beside it` };
  if (excludes !== undefined) {
    return { zh: `(${ai}) 不能与 (${excludes}) 同用`, en: `(${ai}) does not go together with (${excludes})` };
  }
  return { zh: `(${ai}) ${WORDS[reason].zh}`, en: `(${ai}) ${WORDS[reason].en}` };
}
