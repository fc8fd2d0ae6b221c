/**
 * What scanners and their software make of symbols: other signs in place of FNC1, square brackets, the envelope of
 * ISO/IEC 15434, two symbols in one text, UPC-E, and a separator that got lost on the way.
 */
import { type Candidate, type Step, step } from './candidate.ts';
import { hasValidCheckDigit, isDigits } from './gs1/check-digit.ts';

const FNC1 = '\u001d';
// The other controls of ISO/IEC 15434, as they are and as software writes them.
const RS = '(?:\u001e|<RS>|\\{RS\\}|\u241e)';
const EOT = '(?:\u0004|<EOT>|\\{EOT\\}|\u2404)';
const TEXT_MAX = 500; // no symbol holds so much in element strings
const PIECES_MAX = 8;
const PIECE_MIN = 6; // shorter is no code

const STEPS = {
  separator: { said: { zh: '分隔符按 FNC1 处理', en: 'separators read as FNC1' }, cost: 0.5 },
  brackets: { said: { zh: '方括号按圆括号处理', en: 'square brackets read as round ones' }, cost: 0 },
  envelope: { said: { zh: '去掉了 ISO/IEC 15434 信封', en: 'without its envelope of ISO/IEC 15434' }, cost: 0 },
  piece: { said: { zh: '取其中一段', en: 'one of its pieces' }, cost: 2 },
  // The licence number on the same label, say: the code before it is what was scanned.
  words: { said: { zh: '取代码后面的文字', en: 'taken from the words behind the code' }, cost: 30 },
  glued: { said: { zh: '两个条码连在一起，取其一', en: 'one of two bar codes run together' }, cost: 5 },
  upcE: { said: { zh: 'UPC-E 展开为 UPC-A', en: 'UPC-E written out as UPC-A' }, cost: 3 },
  lost: {
    said: { zh: '批号与序列号之间可能丢失了分隔符', en: 'the separator between lot and serial may have got lost' },
    cost: 2,
  },
  lostPerhaps: {
    said: { zh: '批号中的“21”也可能是序列号的开头', en: 'the 21 within the lot may also begin a serial' },
    cost: 5,
  },
} satisfies Record<string, Step>;

/** The texts that a symbol may have held of which the part is what came through. */
export function scannedFormsOf(part: Candidate): readonly Candidate[] {
  if (part.text.length > TEXT_MAX) return [];
  const forms = [withSeparators(part), withRoundBrackets(part), ...withoutEnvelope(part), ...writtenOut(part)];
  const changed = forms.filter((form) => form !== part);
  return [...changed, ...[part, ...changed].flatMap(withLostSeparator)];
}

const STARTS_WITH_DIGITS = new RegExp(`^(?:\\][A-Za-z]\\d)?(?:~1|~d029|\\\\F|[|^@\\s${FNC1}])?\\d{2}`, 'i');

/** `|`, space, `~1`, `\F` and their like: none is in the character set of GS1 element strings, so each separates. */
function withSeparators(part: Candidate): Candidate {
  if (!STARTS_WITH_DIGITS.test(part.text)) return part;
  return step(part, part.text.replace(/~d029|~1|\\F|[|^@\s]+/gi, FNC1), STEPS.separator);
}

/** `[01]06951181105326[10]L1`. */
function withRoundBrackets(part: Candidate): Candidate {
  if (!/^[[〔【{]\d{2,4}[\]〕】}]/.test(part.text)) return part;
  return step(part, part.text.replace(/[[〔【{](\d{2,4})[\]〕】}]/g, '($1)'), STEPS.brackets);
}

const ENVELOPE = new RegExp(`^\\[\\)>${RS}?(05|06)${FNC1}(.*)$`, 's');
const ENVELOPE_END = new RegExp(`${FNC1}?${RS}?${EOT}?$`);

/** Format 05 holds application identifiers, format 06 data identifiers, each of them a code by itself. */
function withoutEnvelope(part: Candidate): readonly Candidate[] {
  const [, format, content = ''] = ENVELOPE.exec(part.text) ?? [];
  if (format === undefined) return [];
  const body = content.replace(ENVELOPE_END, '');
  const opened = step(part, FNC1 + body, STEPS.envelope);
  if (format === '05') return [opened];
  return body.split(FNC1, PIECES_MAX).map((piece) => step(opened, piece, STEPS.piece));
}

/**
 * UPC-E, eight digits from 0 or 1 on, holds twelve with zeros left out (General Specifications §5.2.2.4); its check digit
 * is that of the twelve.
 */
function writtenOut(part: Candidate): readonly Candidate[] {
  const [, system = '', body = '', check = ''] = /^([01])(\d{6})(\d)$/.exec(part.text) ?? [];
  if (check === '') return [];
  const last = body.charAt(5);
  const upcA = system + zerosBack(body, Number(last)) + check;
  return hasValidCheckDigit(upcA) ? [step(part, upcA, STEPS.upcE)] : [];
}

function zerosBack(body: string, last: number): string {
  if (last <= 2) return `${body.slice(0, 2)}${last}0000${body.slice(2, 5)}`;
  if (last === 3) return `${body.slice(0, 3)}00000${body.slice(3, 5)}`;
  if (last === 4) return `${body.slice(0, 4)}00000${body.slice(4, 5)}`;
  return `${body.slice(0, 5)}0000${last}`;
}

const LOT = new RegExp(`^((?:\\][A-Za-z]\\d|${FNC1})?01\\d{14}(?:1[1-7]\\d{6})*10)([^${FNC1}]+)(.*)$`, 's');
const LOST_MAX = 3; // places where a lot may end

/**
 * Where a scanner swallows FNC1, the serial runs into the lot. Offered beside the long lot: nearly as likely in a text
 * without any mark of GS1, hardly where other separators came through or the 21 belongs to a year.
 */
function withLostSeparator(part: Candidate): readonly Candidate[] {
  const [, head = '', lot = '', tail = ''] = LOT.exec(part.text) ?? [];
  if (tail.startsWith(`${FNC1}21`)) return [];
  const isMarked = head.startsWith(']') || head.startsWith(FNC1) || tail !== '';
  const found: Candidate[] = [];
  for (let at = lot.indexOf('21', 1); at > 0 && at + 2 < lot.length; at = lot.indexOf('21', at + 1)) {
    const how = isMarked || lot.slice(0, at).endsWith('20') ? STEPS.lostPerhaps : STEPS.lost;
    found.push(step(part, `${head}${lot.slice(0, at)}${FNC1}${lot.slice(at)}${tail}`, how));
    if (found.length === LOST_MAX) break;
  }
  return found;
}

/** The pieces of a text that holds several codes, or a code and words behind it. */
export function piecesOf(part: Candidate): readonly Candidate[] {
  const all = part.text.split(/[\s,;|]+|(?=\][A-Za-z]\d)/, PIECES_MAX);
  const startsWithCode = /^\d{13,}$/.test(all[0] ?? '');
  const pieces = all
    .filter((piece) => piece.length >= PIECE_MIN && /\d/.test(piece) && piece !== part.text)
    .map((piece) => step(part, piece, startsWithCode && /\p{Script=Han}/u.test(piece) ? STEPS.words : STEPS.piece));
  return [...pieces, ...ungluedOf(part)];
}

const EAN = 13;
const GLUED_MIN = EAN + 8; // the shortest bar code behind a retail one
const GLUED_MAX = 60;

/** Two bar codes scanned without a line end between them: the first a retail one, known by its check digit. */
function ungluedOf(part: Candidate): readonly Candidate[] {
  const { text } = part;
  if (text.length < GLUED_MIN || text.length > GLUED_MAX || !isDigits(text)) return [];
  const first = text.slice(0, EAN);
  // GS1 China's prefixes: any other 13 digits are too often the beginning of one long code.
  if (!/^69[0-9]/.test(first) || !hasValidCheckDigit(first)) return [];
  return [step(part, first, STEPS.glued), step(part, text.slice(EAN), STEPS.glued)];
}
