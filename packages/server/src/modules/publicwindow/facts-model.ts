/** What a person holds against the package: lot, dates, tests. */
import type { Language } from '@suyuan/api';
import type { Fact, Text } from '@suyuan/api/public-page';
import type { ExtensionValue } from '@suyuan/epcis';
import { localName, membersOf, shownText } from './extensions.ts';
import type { LookUp } from './look-up.ts';
import { saidIn } from './said-in.ts';

/** A number under which the authorities have the goods. */
export const REGISTERED: Text = { zh: '产品注册号', en: 'Product registration' };

const DATES: Readonly<Record<string, Text>> = {
  productionDate: { zh: '生产日期', en: 'Produced on' },
  harvestStartDate: { zh: '采收日期', en: 'Harvested on' },
  slaughterDate: { zh: '屠宰日期', en: 'Slaughtered on' },
  bestBeforeDate: { zh: '最佳食用日期', en: 'Best before' },
  itemExpirationDate: { zh: '保质期至', en: 'Use by' },
  expirationDate: { zh: '保质期至', en: 'Use by' },
  sellByDate: { zh: '销售截止日期', en: 'Sell by' },
  countryOfOrigin: { zh: '原产国', en: 'Country of origin' },
  lotNumber: { zh: '批号', en: 'Lot' },
  registrationNumber: REGISTERED,
};

/** As a person compares them with a package: whatever order the records came in. Tests stand behind. */
const ORDER: readonly string[] = ['lotNumber', 'serial', ...Object.keys(DATES)];

const TEST = 'test';

interface TellFacts {
  readonly lang: Language;
  /** What is well may be shown as that; on a page that warns of the goods nothing is. */
  readonly praises: boolean;
}

/** By a name of each, which for tests begins with `TEST`. */
export function factsOf(
  { reading, own }: Pick<LookUp, 'reading' | 'own'>,
  { lang, praises }: TellFacts,
): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const { lot, serial } = reading.parts;
  if (lot !== undefined) facts.set('lotNumber', { label: { zh: '批号', en: 'Lot' }, value: lot });
  if (serial !== undefined) facts.set('serial', { label: { zh: '序列号', en: 'Serial number' }, value: serial });
  for (const event of own) {
    if (event.declaredInError || event.isDeclaration) continue;
    for (const [fullName, value] of event.facts.ilmd ?? []) {
      const name = localName(fullName);
      const label = DATES[name];
      if (label !== undefined && !facts.has(name) && typeof value === 'string' && value !== '')
        facts.set(name, { label, value: valueText(name, shownText(value), lang) });
    }
    for (const [name, value] of event.facts.extensions ?? []) {
      if (localName(name) !== 'testReport') continue;
      for (const report of [value].flat()) {
        const test = testFact(report, { lang, praises });
        if (test !== undefined) facts.set(`${TEST} ${test.label.zh}`, test);
      }
    }
  }
  return new Map([...facts].sort(([one], [other]) => placeOf(one) - placeOf(other)));
}

function placeOf(name: string): number {
  const place = ORDER.indexOf(name);
  return place === -1 ? ORDER.length : place;
}

/** Whether a fact of this name is what a test found. */
export function isTest(name: string): boolean {
  return name.startsWith(`${TEST} `);
}

function valueText(name: string, value: string, lang: Language): string {
  if (name !== 'countryOfOrigin' || !/^[A-WY][A-Z]$/.test(value)) return value; // X… is for private use
  return new Intl.DisplayNames(lang, { type: 'region' }).of(value) ?? value;
}

const PASSED: Text = { zh: '合格', en: 'Passed' };
const FAILED: Text = { zh: '不合格', en: 'Failed' };

/** A test report of an event's extension: `item`, `result`, `passed`, under whatever prefix. */
function testFact(report: ExtensionValue, { lang, praises }: TellFacts): Fact | undefined {
  const told = membersOf(report);
  const [item, result] = [saidIn('zh', told, 'item'), saidIn(lang, told, 'result')];
  if (item === undefined || result === undefined) return undefined;
  const label = testLabel(item, saidIn('en', told, 'item'));
  return { label, value: result, ...testFound(told.passed, praises) };
}

/** Of what was tested. */
export function testLabel(item: string, itemEn: string = item): Text {
  return { zh: `检验：${item}`, en: `Test: ${itemEn}` };
}

/** What a test found, in a word, where its report says so. */
export function testFound(passed: ExtensionValue | undefined, praises: boolean): Pick<Fact, 'found' | 'status'> {
  if (passed === 'false') return { found: FAILED, status: 'bad' };
  return passed === 'true' ? { found: PASSED, ...(praises ? { status: 'good' } : {}) } : {};
}
