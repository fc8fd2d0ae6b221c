/**
 * Who takes part. Every company, person, licence and number is invented; prefixes are well-formed and stand for
 * no one: Chinese ones begin 6990, 6995 or 6996, foreign ones 952, which GS1 keeps for demonstrations.
 */
import { type Code, pgln, sgln } from './codes.ts';

/** How a company writes codes: EPC URNs, or Digital Links on its own or GS1's address (no closing slash). */
export type Spelling = 'urn' | `https://${string}`;

export type Trade =
  | 'dairy farm'
  | 'collection station'
  | 'manufacturer'
  | 'supplier'
  | 'importer'
  | 'distributor'
  | 'store'
  | 'vegetable farm'
  | 'sprout farm'
  | 'seed trader'
  | 'processor'
  | 'wholesaler'
  | 'restaurant'
  | 'bakery'
  | 'vegetable cooperative'
  | 'input dealer'
  | 'wholesale market'
  | 'lift maker'
  | 'lift firm'
  | 'housing estate'
  | 'inspection body'
  | 'gas filler';

export interface Party {
  readonly prefix: string;
  readonly zh: string;
  readonly en: string;
  readonly trade: Trade;
  /** Name of the town, made up. */
  readonly town: string;
  readonly country: string;
  /** Offset from UTC, as EPCIS writes it. */
  readonly zone: string;
  readonly spelling: Spelling;
  /** Of those whom people call; of no one. */
  readonly telephone?: string;
  /** The system that captures for it: its own, or one that small firms share. Names documents. */
  readonly desk: string;
  readonly party: Code;
  readonly site: Code;
}

type Facts = Pick<Party, 'prefix' | 'zh' | 'en' | 'trade' | 'town' | 'spelling' | 'desk'>;

function company(facts: Facts & Partial<Pick<Party, 'country' | 'zone' | 'telephone'>>): Party {
  const { prefix } = facts;
  return { country: 'CN', zone: '+08:00', ...facts, party: pgln(prefix, 0), site: sgln(prefix, 1) };
}

const GS1_LINK = 'https://id.gs1.org';

export const STATIONS: readonly Party[] = [
  ['69900101', '北岭第一奶站', 'Beiling Milk Station 1', '北岭'] as const,
  ['69900102', '青川第二奶站', 'Qingchuan Milk Station 2', '青川'] as const,
].map(([prefix, zh, en, town]) =>
  company({ prefix, zh, en, town, trade: 'collection station', spelling: 'urn', desk: 'milk-stations' }),
);

export const POWDER_PLANT = company({
  prefix: '69900201',
  zh: '绿源乳业北岭乳粉厂',
  en: 'Lvyuan Dairy, Beiling Powder Plant',
  trade: 'manufacturer',
  town: '北岭',
  spelling: 'urn',
  desk: 'powder-plant',
});

export const FORMULA_FACTORY = company({
  prefix: '69900202',
  zh: '绿源乳业婴幼儿配方乳粉厂',
  en: 'Lvyuan Dairy, Infant Formula Factory',
  trade: 'manufacturer',
  town: '江临',
  telephone: '0512-00000101',
  spelling: 'https://q.lvyuan.example',
  desk: 'formula-factory',
});

export const WHEY_MAKER = company({
  prefix: '95299901',
  zh: '南岛乳清公司',
  en: 'South Island Whey Demonstration Ltd',
  trade: 'supplier',
  town: 'Fernhaven',
  country: 'NZ',
  zone: '+12:00',
  spelling: GS1_LINK,
  desk: 'ingredients',
});

export const WHEY_IMPORTER = company({
  prefix: '69900301',
  zh: '东港食品进出口公司',
  en: 'Donggang Food Import and Export',
  trade: 'importer',
  town: '东港',
  spelling: 'urn',
  desk: 'ingredients',
});

export const INGREDIENT_MAKERS: readonly Party[] = [
  ['69900302', '白石乳糖厂', 'Baishi Lactose'] as const,
  ['69900303', '金穗植物油厂', 'Jinsui Vegetable Oil'] as const,
  ['69900304', '康元营养素厂', 'Kangyuan Premix'] as const,
].map(([prefix, zh, en]) =>
  company({ prefix, zh, en, town: '白石', trade: 'supplier', spelling: GS1_LINK, desk: 'ingredients' }),
);

export const DISTRIBUTOR = company({
  prefix: '69900401',
  zh: '江临母婴用品配送中心',
  en: 'Jianglin Mother and Baby Distribution Centre',
  trade: 'distributor',
  town: '江临',
  spelling: 'urn',
  desk: 'distributor',
});

export const SEED_GROWER = company({
  prefix: '95299902',
  zh: '远洋示范种子公司',
  en: 'Demonstration Seed Exports',
  trade: 'supplier',
  town: 'Samplia',
  country: 'XA', // user-assigned in ISO 3166: no real country
  zone: '+02:00',
  spelling: GS1_LINK,
  desk: 'seed-trade',
});

export const SEED_IMPORTER = company({
  prefix: '69900501',
  zh: '海港种业进口公司',
  en: 'Harbour Seed Import',
  trade: 'importer',
  town: '东港',
  spelling: 'urn',
  desk: 'seed-trade',
});

export const SEED_TRADERS: readonly Party[] = [
  ['69900502', '丰禾种子商行', 'Fenghe Seed Traders'] as const,
  ['69900503', '小园丁种子包装厂', 'Little Gardener Seed Packets'] as const,
].map(([prefix, zh, en]) =>
  company({ prefix, zh, en, town: '东港', trade: 'seed trader', spelling: GS1_LINK, desk: 'seed-trade' }),
);

export const BAKERY = company({
  prefix: '69900601',
  zh: '麦田食品饼干厂',
  en: 'Maitian Foods, Biscuit Factory',
  trade: 'bakery',
  town: '云溪',
  spelling: 'urn',
  desk: 'bakery',
});

export const FLOUR_MILL = company({
  prefix: '69900602',
  zh: '青山面粉厂',
  en: 'Qingshan Flour Mill',
  trade: 'supplier',
  town: '云溪',
  spelling: 'urn',
  desk: 'bakery',
});

export const SUPERMARKET = company({
  prefix: '69900603',
  zh: '江临惠民超市',
  en: 'Jianglin Huimin Supermarket',
  trade: 'store',
  town: '江临',
  spelling: 'urn',
  desk: 'supermarket',
});

export const VEGETABLE_COOP = company({
  prefix: '69900604',
  zh: '柳林村青禾蔬菜专业合作社',
  en: 'Liulin Village Qinghe Vegetable Cooperative',
  trade: 'vegetable cooperative',
  town: '柳林',
  spelling: 'urn',
  desk: 'village',
});

export const INPUT_DEALER = company({
  prefix: '69900605',
  zh: '柳林农资经营部',
  en: 'Liulin Farm Inputs',
  trade: 'input dealer',
  town: '柳林',
  spelling: 'urn',
  desk: 'village',
});

/** A family that grows tomatoes beside the cooperative. */
export const HOUSEHOLD = company({
  prefix: '69900606',
  zh: '柳林村农户陈水生',
  en: 'Household of Chen Shuisheng, Liulin Village',
  trade: 'vegetable farm',
  town: '柳林',
  spelling: 'urn',
  desk: 'village',
});

export const VEGETABLE_MARKET = company({
  prefix: '69900607',
  zh: '江临城南农产品批发市场',
  en: 'Jianglin Chengnan Wholesale Market',
  trade: 'wholesale market',
  town: '江临',
  spelling: 'urn',
  desk: 'vegetable-market',
});

export const LIFT_MAKER = company({
  prefix: '69900608',
  zh: '江临升达电梯有限公司',
  en: 'Jianglin Shengda Elevator Ltd',
  trade: 'lift maker',
  town: '江临',
  spelling: 'urn',
  desk: 'lift',
});

export const LIFT_FIRM = company({
  prefix: '69900609',
  zh: '云溪安行电梯工程有限公司',
  en: 'Yunxi Anxing Elevator Engineering Ltd',
  trade: 'lift firm',
  town: '云溪',
  spelling: 'urn',
  desk: 'lift',
});

export const LIFT_USER = company({
  prefix: '69900610',
  zh: '云溪花园小区物业服务中心',
  en: 'Yunxi Garden Estate Management',
  trade: 'housing estate',
  town: '云溪',
  spelling: 'urn',
  desk: 'lift',
});

export const INSPECTION_BODY = company({
  prefix: '69900611',
  zh: '云溪特种设备检验院',
  en: 'Yunxi Special Equipment Inspection Institute',
  trade: 'inspection body',
  town: '云溪',
  spelling: 'urn',
  desk: 'lift',
});

export const GAS_FILLER = company({
  prefix: '69900612',
  zh: '云溪液化石油气充装站',
  en: 'Yunxi LPG Filling Station',
  trade: 'gas filler',
  town: '云溪',
  spelling: 'urn',
  desk: 'gas',
});

/** The parties of one kind that each campaign brings of its own. */
interface Kind {
  readonly trade: Trade;
  readonly count: number;
  readonly zh: (n: number, town: string) => string;
  readonly en: string;
  readonly desk: string;
  readonly spelling: Spelling;
  /** First four digits of the prefix and the number of the first one within a campaign. */
  readonly block: string;
  readonly first: number;
}

const TOWNS = ['北岭', '青川', '江临', '白石', '东港', '云溪', '南坪', '河湾', '柳林', '石桥'];

export const CAMPAIGNS_MAX = 1000; // six digits after the block, up to 1,000 parties of a block in each campaign
const PARTIES_PER_BLOCK = 1000;

const KINDS = {
  dairyFarms: {
    trade: 'dairy farm',
    count: 6,
    block: '6995',
    first: 0,
    desk: 'dairy-farms',
    spelling: 'urn',
    en: 'Dairy Farm',
    zh: (n, town) => `${town}牧场${n}号`,
  },
  stores: {
    trade: 'store',
    count: 8,
    block: '6995',
    first: 100,
    desk: 'stores',
    spelling: GS1_LINK,
    en: 'Mother and Baby Store',
    zh: (n, town) => `${town}母婴店${n}号`,
  },
  vegetableFarms: {
    trade: 'vegetable farm',
    count: 60,
    block: '6996',
    first: 0,
    desk: 'vegetable-farms',
    spelling: GS1_LINK,
    en: 'Vegetable Farm',
    zh: (n, town) => `${town}蔬菜合作社${n}号`,
  },
  sproutFarms: {
    trade: 'sprout farm',
    count: 3,
    block: '6996',
    first: 100,
    desk: 'sprout-farms',
    spelling: 'urn',
    en: 'Sprout Farm',
    zh: (n, town) => `${town}芽苗菜农场${n}号`,
  },
  wholesalers: {
    trade: 'wholesaler',
    count: 12,
    block: '6996',
    first: 200,
    desk: 'wholesale-markets',
    spelling: 'urn',
    en: 'Vegetable Wholesaler',
    zh: (n, town) => `${town}蔬菜批发商${n}号`,
  },
  processors: {
    trade: 'processor',
    count: 4,
    block: '6996',
    first: 300,
    desk: 'processors',
    spelling: GS1_LINK,
    en: 'Salad Processor',
    zh: (n, town) => `${town}净菜加工厂${n}号`,
  },
  gardenShops: {
    trade: 'store',
    count: 3,
    block: '6996',
    first: 400,
    desk: 'garden-shops',
    spelling: GS1_LINK,
    en: 'Garden Shop',
    zh: (n, town) => `${town}园艺店${n}号`,
  },
  restaurants: {
    trade: 'restaurant',
    count: 200,
    block: '6996',
    first: 500,
    desk: 'restaurants',
    spelling: GS1_LINK,
    en: 'Restaurant',
    zh: (n, town) => `${town}餐厅${n}号`,
  },
} satisfies Record<string, Kind>;

/** The parties of one kind in one campaign, counted from 0. */
export function partiesOf(kind: keyof typeof KINDS, campaign: number): readonly Party[] {
  const { trade, count, zh, en, desk, spelling, block, first }: Kind = KINDS[kind];
  return Array.from({ length: count }, (_, i) => {
    const number = campaign * count + i + 1;
    const town = TOWNS[i % TOWNS.length] ?? '';
    const prefix = block + String(campaign * PARTIES_PER_BLOCK + first + i).padStart(6, '0');
    return company({ prefix, zh: zh(number, town), en: `${en} ${number}`, trade, town, spelling, desk });
  });
}
