/**
 * What people type and scanners send, made into texts that a code may be: full-width characters, spaces between groups,
 * labels before a colon, quotes, symbology identifiers; what scanners do to symbols (`scanned-forms.ts`), and addresses
 * with the code inside (`inside-links.ts`). Each text keeps what was done to it, so that a reading can say so.
 */
import { type Candidate, type Step, step } from './candidate.ts';
import { insideOf, linksOf } from './inside-links.ts';
import { piecesOf, scannedFormsOf } from './scanned-forms.ts';

const CANDIDATES_MAX = 96; // what holds more is no code
const JOINED_MAX = 500; // longer than any code typed in groups

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
  labels: { said: { zh: '去掉了各行的标签', en: 'without the labels of its lines' }, cost: 1 },
  quotes: { said: { zh: '去掉了引号和句末标点', en: 'without quotes and the punctuation behind it' }, cost: 0.5 },
} satisfies Record<string, Step>;

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
  // Punctuation of Chinese ends an address; made plain, it would be part of it.
  const links = linksOf({ text: given.replace(INVISIBLE, ''), steps: [], cost: 0 });
  const whole = [cleaned, ...unquotedOf(cleaned), ...links];
  const parts = whole.flatMap((each) => {
    const labelled = labelledOf(each);
    const pieces = [each, ...labelled].flatMap(piecesOf);
    return [each, ...linesOf(each), ...labelled, ...unlabelledOf(each), ...insideOf(each), ...pieces];
  });
  for (const part of parts) {
    add(part);
    for (const variant of [...variantsOf(part), ...scannedFormsOf(part)]) add(variant);
  }
  return [...found.values()];
}

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
  const plain = step(self, narrow, STEPS.width);
  const visible = plain.text.replace(INVISIBLE, '').trim();
  const trimmed = step(plain, visible, STEPS.trim);
  return step(trimmed, trimmed.text.replace(SEPARATORS, '\u001d'), STEPS.separator);
}

function variantsOf(part: Candidate): readonly Candidate[] {
  const symbology = step(part, part.text.replace(/^\][A-Za-z][0-9a-zA-Z]/, ''), STEPS.symbology);
  const joined = part.text.length <= JOINED_MAX ? part.text.replace(/[\s-]+/g, '') : part.text;
  const spaces = step(part, joined, STEPS.spaces);
  const capitals = step(part, /^[\w-]{8,40}$/.test(part.text) ? part.text.toUpperCase() : part.text, STEPS.capitals);
  return [symbology, spaces, capitals].filter((variant) => variant !== part);
}

const LINES_MAX = 12;

function linesOf(part: Candidate): readonly Candidate[] {
  const lines = part.text.split(/[\r\n]+/, LINES_MAX).map((line) => line.trim());
  return lines.length < 2 ? [] : lines.flatMap((line) => withLabel(step(part, line, STEPS.line)));
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
  return [part, step(part, rest, STEPS.label)];
}

const LABEL = /^[^:：\d]{1,24}[:：=]\s*(?!\/\/)(?=\S)/u;
const LINES_OF_LABEL = 4; // the seed label

/** The lines of a label, each without the words before its colon: `品种名称：郑单958`, `单元识别代码：…`. */
function unlabelledOf(part: Candidate): readonly Candidate[] {
  const lines = part.text.split(/[\r\n]+/, LINES_MAX).filter((line) => line.trim() !== '');
  const all = lines.length > 1 ? lines : part.text.split(/;\s*/, LINES_MAX);
  if (all.length !== LINES_OF_LABEL) return [];
  const plain = step(part, all.map((line) => line.trim().replace(LABEL, '')).join('\n'), STEPS.labels);
  return plain === part ? [] : [plain];
}

/** Without quotes around it, and without the full stop of the sentence that it ends. */
function unquotedOf(part: Candidate): readonly Candidate[] {
  const plain = part.text.replace(/^["'`“”‘’「『《<]+/, '').replace(/["'`“”‘’」』》>。.,;!?、]+$/, '');
  const unquoted = step(part, plain.trim(), STEPS.quotes);
  return unquoted === part ? [] : [unquoted];
}
