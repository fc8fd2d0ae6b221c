/** The titles and sentences of the story, in both languages. Pure. */
import type { Name, Text } from '@suyuan/api/public-page';
import type { StoryKind } from './kinds.ts';

const TITLES: Readonly<Record<StoryKind, Text>> = {
  origin: { zh: '原料', en: 'Ingredients' },
  processing: { zh: '加工', en: 'Processing' },
  making: { zh: '生产', en: 'Making' },
  installing: { zh: '安装', en: 'Installing' },
  testing: { zh: '检验', en: 'Testing' },
  repairing: { zh: '修理', en: 'Repair' },
  care: { zh: '检查和保养', en: 'Checks and upkeep' },
  moving: { zh: '运输和仓储', en: 'Transport and storage' },
  using: { zh: '用到哪里', en: 'What it went into' },
  selling: { zh: '零售', en: 'Retail selling' },
  other: { zh: '其他经历', en: 'Also recorded' },
  withdrawn: { zh: '停售和召回', en: 'Taken off sale' },
};

/** Where the records of a stage say less than its own title does. */
const LESS: Readonly<Partial<Record<StoryKind, Text>>> = {
  making: { zh: '开始登记', en: 'First recorded' },
  selling: { zh: '去向', en: 'Where it went' },
};

export function titleOf({ kind, isLess, products }: Pick<Saying, 'kind' | 'isLess' | 'products'>): Text {
  const [made] = products;
  // Of several stages of processing each says what came out of it.
  if (kind === 'processing' && made !== undefined && products.length === 1)
    return { zh: `加工：${zhOf(made)}`, en: `Processing: ${enOf(made)}` };
  return (isLess ? LESS[kind] : undefined) ?? TITLES[kind];
}

/** Something that was done, by its name in a pack. */
export interface Deed {
  readonly name: Text;
  readonly count: number;
}

/** What a sentence is made from. */
export interface Saying {
  readonly kind: StoryKind;
  /** Its title is a pack's own word for the stage. */
  readonly isNamed: boolean;
  readonly places: readonly Name[];
  /** Also those that have no name. */
  readonly placeCount: number;
  readonly products: readonly Name[];
  readonly count: number;
  /** Of these what packs have a name for. */
  readonly deeds: readonly Deed[];
  readonly isPacked: boolean;
  readonly isContainer: boolean;
  /** Given a code and not made, as far as the records say; handed on and not sold. */
  readonly isLess: boolean;
  /** What the tests found, where that may be said. */
  readonly found?: 'passed' | 'failed';
}

const NAMED_MAX = 2; // more than two names in a sentence nobody reads
const WAY_MAX = 3; // places after the first: more are no way but many

export function sentenceOf(saying: Saying): Text {
  return { zh: sentenceZh(saying), en: sentenceEn(saying) };
}

function sentenceZh({ kind, ...said }: Saying): string {
  const at = placesZh(said);
  const products = listZh(said.products);
  const made = said.isLess ? '取得编码，开始登记' : said.isPacked ? '生产并包装' : '生产';
  if (said.isNamed) return `在${at}，共 ${said.count} 次。`;
  const found = { passed: '，记录的结论是合格', failed: '，有不合格的结论' };
  switch (kind) {
    case 'origin':
      return `${products === '' ? '原料' : products}来自${at}。`;
    case 'processing':
      return `在${at}做成${products === '' ? '中间产品' : products}。`;
    case 'making':
      return said.isContainer ? `在${at}装好。` : `在${at}${made}。`;
    case 'installing':
      return `在${at}安装。`;
    case 'testing':
      return `在${at}检验 ${said.count} 次${said.found === undefined ? '' : found[said.found]}。`;
    case 'repairing':
      return `在${at}修理 ${said.count} 次。`;
    case 'care':
      return `${deedsZh(said)}，在${at}${said.found === 'failed' ? found.failed : ''}。`;
    case 'moving':
      return wayZh(said.places);
    case 'using':
      return products === '' ? `在${at}加工、分装或使用。` : `在${at}做成${products}。`;
    case 'selling':
      return said.isLess ? `到过${at}。` : `在${at}售出。`;
    case 'withdrawn':
      return `在${at}停止销售，隔离或召回。`;
    case 'other':
      return said.deeds.length === 0 ? `在${at}还有 ${said.count} 条记录。` : `${deedsZh(said)}，在${at}。`;
  }
}

function sentenceEn({ kind, ...said }: Saying): string {
  const at = placesEn(said);
  const products = listEn(said.products);
  const found = { passed: '; the recorded result is good', failed: '; a recorded result is not good' };
  const times = said.count === 1 ? 'once' : said.count === 2 ? 'twice' : `${said.count} times`;
  if (said.isNamed) return `${times[0]?.toUpperCase()}${times.slice(1)} at ${at}.`;
  switch (kind) {
    case 'origin':
      return `${products === '' ? 'Ingredients' : products}: from ${at}.`;
    case 'processing':
      return `Made into ${products === '' ? 'something in between' : products} at ${at}.`;
    case 'making':
      if (said.isLess) return `Given its code at ${at}; its records begin there.`;
      return said.isContainer ? `Packed at ${at}.` : `Made${said.isPacked ? ' and packed' : ''} at ${at}.`;
    case 'installing':
      return `Installed at ${at}.`;
    case 'testing':
      return `Tested ${times} at ${at}${said.found === undefined ? '' : found[said.found]}.`;
    case 'repairing':
      return `Repaired ${times} at ${at}.`;
    case 'care':
      return `${deedsEn(said)}; at ${at}${said.found === 'failed' ? found.failed : ''}.`;
    case 'moving':
      return wayEn(said.places);
    case 'using':
      return products === '' ? `Processed, repacked or used at ${at}.` : `Made into ${products} at ${at}.`;
    case 'selling':
      return said.isLess ? `It was at ${at}.` : `Sold at ${at}.`;
    case 'withdrawn':
      return `Taken off sale, held back or recalled at ${at}.`;
    case 'other':
      if (said.deeds.length > 0) return `${deedsEn(said)}; at ${at}.`;
      return `${said.count} more record${said.count === 1 ? '' : 's'} at ${at}.`;
  }
}

const DEEDS_MAX = 4; // a line or two on a phone

/** `半月维护保养 10 次、安装`, and whatever else there is as a number. */
function deedsZh({ deeds, count }: Pick<Saying, 'deeds' | 'count'>): string {
  const told = deeds.slice(0, DEEDS_MAX);
  const named = told.map(({ name, count }) => (count === 1 ? name.zh : `${name.zh} ${count} 次`)).join('、');
  const rest = restOf(told, count);
  return rest === 0 ? named : `${named}，另有 ${rest} 次`;
}

function deedsEn({ deeds, count }: Pick<Saying, 'deeds' | 'count'>): string {
  const told = deeds.slice(0, DEEDS_MAX);
  const named = told.map(({ name, count }) => (count === 1 ? name.en : `${name.en} (${count} times)`)).join(', ');
  const rest = restOf(told, count);
  return rest === 0 ? named : `${named} and ${rest} more`;
}

const restOf = (told: readonly Deed[], count: number): number => told.reduce((rest, deed) => rest - deed.count, count);

function wayZh(places: readonly Name[]): string {
  const [first, ...rest] = places.map(zhOf);
  const last = rest.at(-1);
  if (first === undefined) return '在路上，地点没有公开。';
  if (last === undefined) return `由${first}发出或收下。`;
  if (rest.length > WAY_MAX) return `从${first}出发，到过${rest.slice(0, NAMED_MAX).join('、')}等 ${rest.length} 处。`;
  const between = rest.slice(0, -1);
  const by = between.length === 0 ? '' : `，经${between.join('、')}`;
  return `从${first}出发${by}，到${last}。`;
}

function wayEn(places: readonly Name[]): string {
  const [first, ...rest] = places.map(enOf);
  const last = rest.at(-1);
  if (first === undefined) return 'On its way; the places are not public.';
  if (last === undefined) return `Sent or received by ${first}.`;
  if (rest.length > WAY_MAX)
    return `From ${first} to ${rest.slice(0, NAMED_MAX).join(', ')} and ${rest.length - NAMED_MAX} more places.`;
  const between = rest.slice(0, -1);
  const by = between.length === 0 ? '' : ` by way of ${between.join(', ')}`;
  return `From ${first}${by} to ${last}.`;
}

function placesZh({ places, placeCount }: Pick<Saying, 'places' | 'placeCount'>): string {
  if (places.length === 0) return placeCount > 0 ? `没有公开名称的 ${placeCount} 处` : '没有公开的地点';
  const named = places.slice(0, NAMED_MAX).map(zhOf).join('、');
  return placeCount > NAMED_MAX ? `${named}等 ${placeCount} 处` : named;
}

function placesEn({ places, placeCount }: Pick<Saying, 'places' | 'placeCount'>): string {
  if (places.length === 0)
    return placeCount > 1 ? `${placeCount} places without a public name` : 'a place that is not public';
  const named = places.slice(0, NAMED_MAX).map(enOf);
  if (placeCount > NAMED_MAX) return `${named.join(', ')} and ${placeCount - NAMED_MAX} more`;
  return named.join(' and ');
}

function listZh(names: readonly Name[]): string {
  const named = names.slice(0, NAMED_MAX).map(zhOf).join('、');
  return names.length > NAMED_MAX ? `${named}等 ${names.length} 种` : named;
}

function listEn(names: readonly Name[]): string {
  const named = names.slice(0, NAMED_MAX).map(enOf);
  if (names.length > NAMED_MAX) return `${named.join(', ')} and ${names.length - NAMED_MAX} more`;
  return named.join(' and ');
}

function zhOf({ zh, en }: Name): string {
  return zh ?? en ?? '';
}

function enOf({ zh, en }: Name): string {
  return en ?? zh ?? '';
}
