/**
 * Codes inside of addresses, and addresses inside of texts: a link in a sentence or in quotes, a link without `https://`,
 * the parameters of a link, of a page of a mini-program, of an app's address (`weixin://`, `alipays://`), and what is
 * wrapped in such a parameter once more.
 */
import { type Candidate, type Step, step } from './candidate.ts';

const PART_MAX = 500; // longer than any code inside an address
const PART_MIN = 6; // shorter is no code
const WRAPPED_MAX = 2_000; // an address with another inside, all of it escaped
const PAIRS_MAX = 64; // an address has a few parameters; more is no code
const DEPTH_MAX = 3; // a scanner's page opens an app, which opens a page, which has the code
const LINKS_MAX = 6;

const STEPS = {
  link: { said: { zh: '取出文字中的网址', en: 'the address within the text' }, cost: 1 },
  scheme: { said: { zh: '补上了 https://', en: 'https:// put before it' }, cost: 1 },
  path: { said: { zh: '取自网址的路径', en: 'taken from the path of the address' }, cost: 3 },
  unwrapped: { said: { zh: '还原了转义字符', en: 'escapes undone' }, cost: 1 },
  elements: {
    said: {
      zh: '由网址的参数（GTIN、批号、序列号）组成',
      en: 'made of the parameters of the address: GTIN, lot, serial',
    },
    cost: 1,
  },
} satisfies Record<string, Step>;

const fromParameter = (name: string): Step => ({
  said: { zh: `取自网址的参数 ${name}`, en: `taken from the parameter ${name} of the address` },
  cost: 2,
});

// What ends an address in running text: spaces, quotes, and the punctuation of Chinese, which no address holds unescaped.
const ENDS = '\\s"<>“”‘’「」『』《》【】〈〉，。；：！？、（）';
const WITH_SCHEME = new RegExp(`(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}://[^${ENDS}]+`, 'gi');
const WITHOUT_SCHEME = new RegExp(
  `(?<![\\w./@-])(?:[a-z0-9-]{1,63}\\.){1,6}[a-z]{2,10}(?::\\d{1,5})?[/?#][^${ENDS}]+`,
  'gi',
);

/** The addresses in a text, with the punctuation of the sentence left out. */
export function linksOf(part: Candidate): readonly Candidate[] {
  const found = [...firstMatches(part.text, WITH_SCHEME)].map((link) => step(part, link, STEPS.link));
  const bare = firstMatches(part.text, WITHOUT_SCHEME).map((link) =>
    step(step(part, link, STEPS.link), `https://${link}`, STEPS.scheme),
  );
  return [...found, ...bare].filter((each) => each !== part);
}

function firstMatches(text: string, pattern: RegExp): readonly string[] {
  const links: string[] = [];
  for (const [match] of text.matchAll(pattern)) {
    links.push(withoutPunctuation(match));
    if (links.length === LINKS_MAX) break;
  }
  return links;
}

function withoutPunctuation(link: string): string {
  let end = link.length;
  while (end > 0 && (".,;:!?'`*".includes(link.charAt(end - 1)) || closesNothing(link, end))) end -= 1;
  return link.slice(0, end);
}

/** Whether a bracket closes at the end that was opened outside of the link. */
function closesNothing(link: string, end: number): boolean {
  const open = { ')': '(', ']': '[', '}': '{' }[link.charAt(end - 1)];
  return open !== undefined && !link.includes(open);
}

/** The parts of an address that may be a code: its parameters, the segments of its path, what is behind the #. */
export function insideOf(part: Candidate, depth = 0): readonly Candidate[] {
  if (depth > DEPTH_MAX) return [];
  const match = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^/?#\s]*([^?#\s]*)(\?[^#\s]*)?(#\S*)?/i.exec(part.text);
  if (match === null) return insideQuery(part, queryOfPage(part.text), depth);
  const [, path = '', query = '', fragment = ''] = match;
  const segments = path.split('/').filter((segment) => segment.length >= PART_MIN);
  const hash = fragment.replace(/^#[!/]*/, '');
  return [
    ...insideQuery(part, query.slice(1), depth),
    ...insideQuery(part, hash.includes('?') ? hash.slice(hash.indexOf('?') + 1) : hash, depth),
    ...segments.slice(-3).map((segment) => step(part, decoded(segment), STEPS.path)),
    ...(query.length > 1 && !query.includes('=') ? [step(part, decoded(query.slice(1)), STEPS.path)] : []),
  ];
}

/** The parameters of a page of a mini-program, `pages/index?code=…`, or of a query by itself, `code=…&from=…`. */
function queryOfPage(text: string): string {
  const page = /^\/?[\w./-]{1,200}\?(\S+=\S*)$/.exec(text)?.[1];
  return page ?? (/^[\w.-]{1,40}=[^\s&]*(?:&[\w.-]{1,40}=[^\s&]*)*$/.test(text) ? text : '');
}

function insideQuery(part: Candidate, query: string, depth: number): readonly Candidate[] {
  const pairs = pairsOf(query);
  const values = pairs.flatMap(([name, value]) => {
    if (value.length < PART_MIN || value.length > WRAPPED_MAX) return [];
    const taken = step(part, value, fromParameter(name));
    const inside = isWrapper(value) ? unwrapped(taken, depth + 1) : [];
    return value.length > PART_MAX ? inside : [taken, ...inside];
  });
  return [...elementsOf(part, pairs), ...values];
}

/** Whether a value may hold another address or other parameters. */
function isWrapper(value: string): boolean {
  return value.includes('=') || value.includes('://') || /%[0-9a-f]{2}/i.test(value);
}

function unwrapped(part: Candidate, depth: number): readonly Candidate[] {
  const plain = step(part, decoded(part.text), STEPS.unwrapped);
  return plain === part ? insideOf(part, depth) : [plain, ...insideOf(plain, depth)];
}

type Pair = readonly [name: string, value: string];

function pairsOf(query: string): readonly Pair[] {
  return query
    .split(/[&;]/, PAIRS_MAX)
    .map((pair): Pair => {
      const equals = Math.max(0, pair.indexOf('='));
      return [decoded(pair.slice(0, equals)), decoded(pair.slice(equals + 1))];
    })
    .filter(([name, value]) => name !== '' && value !== '');
}

/** The names under which addresses of GB/T 33993 (structure 3) and of shops carry GTIN, variant, lot and serial. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  '01': ['01', 'gtin', 'ean'],
  '22': ['22', 'cpv'],
  '10': ['10', 'lot', 'batch', 'batchno'],
  '21': ['21', 'ser', 'serial', 'sn'],
};
const FNC1 = '\u001d';

function elementsOf(part: Candidate, pairs: readonly Pair[]): readonly Candidate[] {
  const values = new Map(pairs.map(([name, value]) => [name.toLowerCase(), value]));
  const valueAt = (ai: string): string => NAMES[ai]?.map((name) => values.get(name)).find(Boolean) ?? '';
  const gtin = valueAt('01');
  if (!/^(?:\d{8}|\d{12,14})$/.test(gtin)) return [];
  const qualifiers = ['22', '10', '21'].flatMap((ai) => {
    const value = valueAt(ai);
    // What no symbol can hold is left to the other readings.
    return /^[\x21-\x7e]{1,20}$/.test(value) ? [ai + value] : [];
  });
  const text = FNC1 + [`01${gtin.padStart(14, '0')}`, ...qualifiers].join(FNC1);
  return [step(part, text, STEPS.elements)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
