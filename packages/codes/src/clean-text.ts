/**
 * What people type and scanners send, made into texts that a code may be: full-width characters, spaces between groups,
 * labels before a colon, symbology identifiers, and web addresses with the code inside. Each text keeps what was done
 * to it, so that a reading can say so.
 */
import type { Text } from './parsed.ts';

export interface Candidate {
  readonly text: string;
  /** What was done to the given text, in order; empty for the text itself. */
  readonly steps: readonly Text[];
  /** What that costs in likelihood, in bits. */
  readonly cost: number;
}

const CANDIDATES_MAX = 64; // an address has a few parameters and segments; more is no code
const PART_MAX = 500; // longer than any code inside an address

/** What was done to a text, and what that costs in likelihood, in bits. */
interface Step {
  readonly said: Text;
  readonly cost: number;
}

const STEPS = {
  width: { said: { zh: '全角字符按半角处理', en: 'full-width characters made plain' }, cost: 0 },
  trim: {
    said: { zh: '去掉了首尾空白和不可见字符', en: 'spaces and invisible characters around it left out' },
    cost: 0,
  },
  spaces: { said: { zh: '去掉了中间的空格和连字符', en: 'spaces and hyphens inside it left out' }, cost: 1 },
  label: { said: { zh: '取冒号后面的内容', en: 'taken from behind a label' }, cost: 1 },
  symbology: { said: { zh: '去掉了扫描器的码制标识', en: 'without the symbology identifier of the scanner' }, cost: 0 },
  separator: { said: { zh: '分隔符还原为 FNC1', en: 'separators read as FNC1' }, cost: 0 },
  line: { said: { zh: '取其中一行', en: 'one of its lines' }, cost: 2 },
  capitals: { said: { zh: '小写字母按大写处理', en: 'small letters made capitals' }, cost: 1 },
  path: { said: { zh: '取自网址的路径', en: 'taken from the path of the address' }, cost: 3 },
} satisfies Record<string, Step>;

const fromParameter = (name: string): Step => ({
  said: { zh: `取自网址的参数 ${name}`, en: `taken from the parameter ${name} of the address` },
  cost: 2,
});

/** The texts that the given one may stand for, itself first, each once. */
export function candidatesOf(given: string): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (candidate: Candidate): void => {
    const known = found.get(candidate.text);
    if (candidate.text === '' || (known !== undefined && known.cost <= candidate.cost)) return;
    if (known === undefined && found.size >= CANDIDATES_MAX) return;
    found.set(candidate.text, candidate);
  };
  add({ text: given, steps: [], cost: 0 });
  const cleaned = cleanedOf(given);
  add(cleaned);
  for (const part of [cleaned, ...linesOf(cleaned), ...labelledOf(cleaned), ...insideOf(cleaned)]) {
    add(part);
    for (const variant of variantsOf(part)) add(variant);
  }
  return [...found.values()];
}

const then = (from: Candidate, text: string, { said, cost }: Step): Candidate =>
  text === from.text ? from : { text, steps: [...from.steps, said], cost: from.cost + cost };

// Byte order mark, zero-width characters, direction marks, soft hyphen, no-break space.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g;
const SEPARATORS = /\{GS\}|<GS>|\[GS\]|\^\]|\u241d|\\x1[dD]|\\u001[dD]|<FNC1>|\{FNC1\}/g;

function cleanedOf(given: string): Candidate {
  const self: Candidate = { text: given, steps: [], cost: 0 };
  const narrow = given
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[‐-―−]/g, '-');
  // Brackets and colons of Chinese typing are full-width in the codes themselves; they come back by the schemes' folding.
  const plain = then(self, narrow, STEPS.width);
  const visible = plain.text.replace(INVISIBLE, '').trim();
  const trimmed = then(plain, visible, STEPS.trim);
  return then(trimmed, trimmed.text.replace(SEPARATORS, '\u001d'), STEPS.separator);
}

function variantsOf(part: Candidate): readonly Candidate[] {
  const symbology = then(part, part.text.replace(/^\][A-Za-z][0-9a-zA-Z]/, ''), STEPS.symbology);
  const joined = part.text.length <= PART_MAX ? part.text.replace(/[\s-]+/g, '') : part.text;
  const spaces = then(part, joined, STEPS.spaces);
  const capitals = then(part, /^[\w-]{8,40}$/.test(part.text) ? part.text.toUpperCase() : part.text, STEPS.capitals);
  return [symbology, spaces, capitals].filter((variant) => variant !== part);
}

const LINES_MAX = 12;

function linesOf(part: Candidate): readonly Candidate[] {
  const lines = part.text.split(/[\r\n]+/, LINES_MAX).map((line) => line.trim());
  return lines.length < 2 ? [] : lines.flatMap((line) => withLabel(then(part, line, STEPS.line)));
}

function labelledOf(part: Candidate): readonly Candidate[] {
  return withLabel(part).filter((each) => each !== part);
}

/** `追溯码：8123…`, `SN: A1`, `编号 69…`: what stands behind a label of words. */
function withLabel(part: Candidate): readonly Candidate[] {
  const match =
    /^[^:：\d]{1,24}[:：=]\s*(\S.*)$/su.exec(part.text) ?? /^\p{Script=Han}{1,12}\s+(\S.*)$/su.exec(part.text);
  const rest = match?.[1];
  // An address has a colon too.
  if (rest === undefined || rest.startsWith('//')) return [part];
  return [part, then(part, rest, STEPS.label)];
}

/** The parts of a web address that may be a code: its parameters, the segments of its path, what is behind the #. */
function insideOf(part: Candidate): readonly Candidate[] {
  const match = /^https?:\/\/[^/?#\s]+([^?#\s]*)(\?[^#\s]*)?(#\S*)?/i.exec(part.text);
  if (match === null) return [];
  const [, path = '', query = '', fragment = ''] = match;
  const segments = path.split('/').filter((segment) => segment.length >= 6);
  const hash = fragment.replace(/^#[!/]*/, '');
  return [
    ...parametersOf(query.slice(1)).map(([name, value]) => then(part, value, fromParameter(name))),
    ...parametersOf(hash.includes('?') ? hash.slice(hash.indexOf('?') + 1) : hash).map(([name, value]) =>
      then(part, value, fromParameter(name)),
    ),
    ...segments.slice(-3).map((segment) => then(part, decoded(segment), STEPS.path)),
    ...(query.length > 1 && !query.includes('=') ? [then(part, decoded(query.slice(1)), STEPS.path)] : []),
  ];
}

function parametersOf(query: string): readonly (readonly [name: string, value: string])[] {
  return query
    .split(/[&;]/, CANDIDATES_MAX)
    .map((pair) => [pair.slice(0, Math.max(0, pair.indexOf('='))), decoded(pair.slice(pair.indexOf('=') + 1))] as const)
    .filter(([name, value]) => name !== '' && value.length >= 6 && value.length <= PART_MAX);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
