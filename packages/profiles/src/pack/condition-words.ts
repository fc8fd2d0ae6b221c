/** Conditions of packs in words, as far as they are of the common shapes; whoever reads a page reads no CEL. */
import type { Pack } from './pack.ts';
import type { Words } from './parts.ts';

type Named = Pick<Pack, 'elements' | 'codeLists'>;

/** Undefined where the condition is of a shape that has no words here. */
export function conditionWords(pack: Named, expression: string): Words | undefined {
  return wordsOf(pack, expression.trim());
}

const OPERATORS = [
  { operator: '||', zh: '，或', en: ', or ' },
  { operator: '&&', zh: '，且', en: ', and ' },
] as const;

function wordsOf(pack: Named, text: string): Words | undefined {
  for (const { operator, zh, en } of OPERATORS) {
    const parts = splitOutside(text, operator);
    if (parts.length > 1)
      return joined(
        withoutGuards(parts).map((part) => wordsOf(pack, part)),
        { zh, en },
      );
  }
  if (!text.startsWith('(') || !text.endsWith(')')) return termWords(pack, text);
  const inner = wordsOf(pack, text.slice(1, -1).trim());
  return inner === undefined ? undefined : { zh: `（${inner.zh}）`, en: `(${inner.en})` };
}

function joined(parts: readonly (Words | undefined)[], { zh, en }: Words): Words | undefined {
  const told = parts.filter((part) => part !== undefined);
  if (told.length < parts.length) return undefined;
  return { zh: told.map((part) => part.zh).join(zh), en: told.map((part) => part.en).join(en) };
}

/** Where something is asked of an element, that it is there goes without saying. */
function withoutGuards(parts: readonly string[]): readonly string[] {
  return parts.filter((part) => {
    const guarded = /^has\((it\.\w+)\)$/.exec(part)?.[1];
    return guarded === undefined || !parts.some((other) => other !== part && other.startsWith(`${guarded} `));
  });
}

/** Outside of parentheses and quotes. */
function splitOutside(text: string, operator: string): string[] {
  const parts: string[] = [];
  let [depth, from, isQuoted] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth > 0 || !text.startsWith(operator, at)) continue;
    parts.push(text.slice(from, at).trim());
    from = at + operator.length;
  }
  return [...parts, text.slice(from).trim()];
}

/** A shape of a term, and what it says of the element that it names. */
const TERMS: readonly (readonly [shape: RegExp, say: (name: Words, value: Words) => Words])[] = [
  [/^has\(it\.(\w+)\)$/, (name) => ({ zh: `已记录“${name.zh}”`, en: `“${name.en}” is recorded` })],
  [/^!has\(it\.(\w+)\)$/, (name) => ({ zh: `未记录“${name.zh}”`, en: `“${name.en}” is not recorded` })],
  [/^it\.(\w+)$/, (name) => ({ zh: `“${name.zh}”为是`, en: `“${name.en}” is yes` })],
  [/^!it\.(\w+)$/, (name) => ({ zh: `“${name.zh}”为否`, en: `“${name.en}” is no` })],
  [
    /^it\.(\w+) == '([^']*)'$/,
    (name, value) => ({ zh: `“${name.zh}”是“${value.zh}”`, en: `“${name.en}” is “${value.en}”` }),
  ],
  [
    /^it\.(\w+) in \[([^\]]*)\]$/,
    (name, value) => ({ zh: `“${name.zh}”是${value.zh}`, en: `“${name.en}” is ${value.en}` }),
  ],
  [
    /^it\.(\w+)\.startsWith\('([^']*)'\)$/,
    (name, value) => ({ zh: `“${name.zh}”以“${value.zh}”开头`, en: `“${name.en}” begins with “${value.en}”` }),
  ],
  [
    /^days\(it\.(\w+), event\.time\) <= (\d+)$/,
    (name, value) => ({
      zh: `距“${name.zh}”不超过 ${value.zh} 天`,
      en: `at most ${value.en} days after “${name.en}”`,
    }),
  ],
  [
    /^days\(it\.(\w+), event\.time\) > (\d+)$/,
    (name, value) => ({ zh: `距“${name.zh}”超过 ${value.zh} 天`, en: `more than ${value.en} days after “${name.en}”` }),
  ],
];

function termWords({ elements, codeLists }: Named, text: string): Words | undefined {
  for (const [shape, say] of TERMS) {
    const [, id = '', value = ''] = shape.exec(text) ?? [];
    const element = elements[id];
    if (element === undefined) continue;
    const named = (code: string): Words =>
      codeLists[element.codeList ?? '']?.values.find((each) => each.code === code)?.name ?? { zh: code, en: code };
    return say(element.name, value.includes("'") ? oneOf(value, named) : named(value));
  }
  return undefined;
}

function oneOf(list: string, named: (code: string) => Words): Words {
  const names = [...list.matchAll(/'([^']*)'/g)].map(([, code = '']) => named(code));
  return {
    zh: names.map(({ zh }) => `“${zh}”`).join('或'),
    en: names.map(({ en }) => `“${en}”`).join(' or '),
  };
}
