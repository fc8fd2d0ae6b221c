/** What a sheet is about, and who takes part: codes as events name them. */
import { type CodeReading, interpret, readCode } from '@suyuan/codes';
import type { Sheet, SheetUnit } from './sheet.ts';
import type { EventType, Json, SheetEvent, Tell } from './written.ts';

interface Listed {
  readonly singles: readonly string[];
  readonly classes: readonly Json[];
}

interface Reading {
  readonly tell: Tell;
  /** Of a package that is opened, none named is all that is in it (EPCIS 2.0 §7.4.3). */
  readonly mayBeNone: boolean;
}

export function unitsOf(
  type: EventType,
  { units, inputs = [], parent = '' }: Sheet,
  { tell, mayBeNone }: Reading,
): SheetEvent {
  if (units.length === 0 && !mayBeNone)
    tell('units', '请填写是哪些货物或设备', 'Enter which goods or equipment it is about');
  const own = listOf(units, 'units', tell);
  if (type === 'AggregationEvent')
    return {
      parentID: parent === '' ? '' : codeOf(parent, 'parent', tell),
      ...listed(own, 'childEPCs', 'childQuantityList'),
    };
  if (type !== 'TransformationEvent') return listed(own, 'epcList', 'quantityList');
  return {
    ...listed(listOf(inputs, 'inputs', tell), 'inputEPCList', 'inputQuantityList'),
    ...listed(own, 'outputEPCList', 'outputQuantityList'),
  };
}

function listed({ singles, classes }: Listed, ofSingles: string, ofClasses: string): SheetEvent {
  return {
    ...(singles.length === 0 ? {} : { [ofSingles]: singles }),
    ...(classes.length === 0 ? {} : { [ofClasses]: classes }),
  };
}

function listOf(units: readonly SheetUnit[], field: string, tell: Tell): Listed {
  const singles: string[] = [];
  const classes: Json[] = [];
  const seen = new Set<string>();
  for (const [i, { code, quantity = '', uom = '' }] of units.entries()) {
    const at = `${field}/${i}`;
    const { canonical, names } = readingOf(code, `${at}/code`, tell);
    if (seen.has(canonical)) tell(`${at}/code`, '与上面的一行重复', 'is there twice');
    seen.add(canonical);
    const amount = quantity.trim() === '' ? undefined : amountOf(quantity, `${at}/quantity`, tell);
    if (names === 'lot' || names === 'class') {
      classes.push({
        epcClass: uriOf(canonical),
        ...(amount === undefined ? {} : { quantity: amount, ...(uom === '' || uom === 'H87' ? {} : { uom }) }),
      });
    } else {
      if (amount !== undefined && amount !== 1)
        tell(`${at}/quantity`, '单件的编码不填数量', 'A single item has no quantity');
      singles.push(uriOf(canonical));
    }
  }
  return { singles, classes };
}

function codeOf(text: string, field: string, tell: Tell): string {
  return uriOf(readingOf(text, field, tell).canonical);
}

/** Numbers of one's own may be Chinese; in an event they are percent-encoded, as a URI has it (RFC 3986 §2.1). */
function uriOf(canonical: string): string {
  return canonical.replaceAll(/[^\x21-\x7e]+/gu, encodeURIComponent);
}

function readingOf(text: string, field: string, tell: Tell): Pick<CodeReading, 'canonical' | 'names'> {
  const typed = text.trim();
  const link = linkOf(typed);
  if (link !== undefined) return link;
  // As typed or as a scanner gave it; an event has the one spelling of it.
  const reading = typed === '' ? undefined : interpret(typed).reading;
  if (reading === undefined) tell(field, '请填写或扫描编码', 'Enter or scan a code');
  else if (!reading.wellFormed)
    tell(
      field,
      `编码有误：${reading.refusal?.message.zh ?? typed}`,
      `This is no such code: ${reading.refusal?.message.en ?? typed}`,
    );
  // Events name things by URIs (EPCIS 2.0 §6.4).
  else if (!/^[a-z][a-z0-9+.-]*:/i.test(reading.canonical))
    tell(field, '无法识别这个编码', 'This code is of no scheme that is known');
  const canonical = reading?.canonical ?? '';
  return { canonical, names: readCode(canonical).names };
}

const LINK = 'https://id.gs1.org/';

/** What is a link of GS1 to the letter is nothing else; to look through all that a text may be takes five times as long. */
function linkOf(typed: string): CodeReading | undefined {
  const reading = typed.startsWith(LINK) ? readCode(typed) : undefined;
  return reading?.wellFormed === true && reading.canonical === typed && reading.scheme === 'gs1' ? reading : undefined;
}

function amountOf(text: string, field: string, tell: Tell): number {
  const amount = /^\d{1,15}(\.\d{1,6})?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(amount > 0)) tell(field, '数量应为大于零的数', 'A quantity is a number above nought');
  return amount;
}

export function partiesOf({ place = '', from = '', to = '' }: Sheet, tell: Tell): SheetEvent {
  const read = (text: string, field: string): string | undefined =>
    text === '' ? undefined : codeOf(text, field, tell);
  const [at, source, destination] = [read(place, 'place'), read(from, 'from'), read(to, 'to')];
  return {
    ...(at === undefined ? {} : { readPoint: { id: at }, bizLocation: { id: at } }),
    ...(source === undefined ? {} : { sourceList: [{ type: 'owning_party', source }] }),
    ...(destination === undefined ? {} : { destinationList: [{ type: 'owning_party', destination }] }),
  };
}
