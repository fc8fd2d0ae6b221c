/** What is wrong with the shape of a pack, in words for whoever writes packs. */
import type { TValidationError } from 'typebox/error';
import type { PackFault } from './fault.ts';
import { DAY, ELEMENT_ID, ID, VERSION, type Words } from './parts.ts';

/** Each thing that is there and should not be has a place of its own. */
export function shapeFaults(error: TValidationError): PackFault[] {
  const { instancePath: pointer } = error;
  // Told by what does not allow it, with its name.
  if (error.keyword === 'boolean') return [];
  if (error.keyword === 'additionalProperties')
    return error.params.additionalProperties.map((name) => ({
      pointer: `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      message: {
        zh: '规则包中没有这一项，请删去或改正名称',
        en: 'there is no such member: remove it, or mend its name',
      },
    }));
  return [{ pointer, message: wordsOf(error) }];
}

function wordsOf(error: TValidationError): Words {
  switch (error.keyword) {
    case 'required': {
      const { requiredProperties: names } = error.params;
      return { zh: `缺少 ${names.join('、')}`, en: `${names.join(', ')} is missing` };
    }
    case 'type':
      return typeWords([error.params.type].flat());
    case 'enum': {
      const values = error.params.allowedValues.map(String);
      return { zh: `应为其中之一：${values.join('、')}`, en: `must be one of ${values.join(', ')}` };
    }
    case 'pattern':
      return patternWords(String(error.params.pattern));
    case 'format':
      return { zh: '应为网址，如 https://…', en: 'must be an address, as https://…' };
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return lowWords(error.params.limit);
    case 'maxLength':
      return { zh: `不得超过 ${error.params.limit} 个字符`, en: `must have ${error.params.limit} characters at most` };
    case 'maxItems':
    case 'maxProperties':
      return { zh: `不得超过 ${error.params.limit} 项`, en: `must have ${error.params.limit} items at most` };
    case 'minimum':
      return { zh: `不得小于 ${error.params.limit}`, en: `must be ${error.params.limit} at least` };
    case 'maximum':
      return { zh: `不得大于 ${error.params.limit}`, en: `must be ${error.params.limit} at most` };
    case 'uniqueItems':
      return { zh: '有重复的项', en: 'has the same item twice' };
    default:
      return { zh: '不是规则包此处应有的内容', en: 'is not what a pack has here' };
  }
}

function lowWords(limit: number | bigint): Words {
  if (Number(limit) === 1) return { zh: '不得为空', en: 'must not be empty' };
  return { zh: `不得少于 ${limit}`, en: `must have ${limit} at least` };
}

const TYPES: Readonly<Record<string, Words>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表 […]', en: 'a list […]' },
  object: { zh: '对象 {…}', en: 'an object {…}' },
};

function typeWords(types: readonly string[]): Words {
  const names = types.map((type) => TYPES[type] ?? { zh: type, en: type });
  return {
    zh: `应为${names.map(({ zh }) => zh).join('或')}`,
    en: `must be ${names.map(({ en }) => en).join(' or ')}`,
  };
}

const PATTERNS: Readonly<Record<string, Words>> = {
  [ID]: {
    zh: '应为小写字母、数字和连字符，以字母开头，如 food-production',
    en: 'must be lower-case words with hyphens, as food-production',
  },
  [ELEMENT_ID]: { zh: '应为小写字母开头的字母和数字，如 lotNumber', en: 'must be letters and digits, as lotNumber' },
  [DAY]: { zh: '应为日期，如 2026-12-01', en: 'must be a day, as 2026-12-01' },
  [VERSION]: { zh: '应为年份和序号，如 2026.1', en: 'must be a year and a number, as 2026.1' },
};

function patternWords(pattern: string): Words {
  return PATTERNS[pattern] ?? { zh: `写法应为 ${pattern}`, en: `must be of the form ${pattern}` };
}
