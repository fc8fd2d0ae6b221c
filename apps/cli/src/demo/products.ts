/** What is traded: each maker's goods with a GTIN of the maker's prefix. All invented. */
import type { Item } from './codes.ts';
import type { Party } from './parties.ts';

export interface Product {
  readonly item: Item;
  readonly zh: string;
  readonly en: string;
  /** UN/ECE Recommendation 21. */
  readonly packedIn?: string;
  /** What else stands on its package, by names of attributes. */
  readonly says?: Readonly<Record<string, string>>;
}

const KINDS = {
  rawMilk: [1, '生鲜乳', 'Raw cow milk'],
  pooledMilk: [2, '生鲜乳（混合）', 'Raw cow milk, pooled'],
  basePowder: [3, '婴幼儿配方乳粉基粉', 'Infant formula base powder'],
  whey: [4, '脱盐乳清粉 D90', 'Demineralised whey powder D90'],
  lactose: [5, '乳糖', 'Lactose'],
  oil: [6, '食用植物调和油', 'Vegetable oil blend'],
  premix: [7, '复配维生素矿物质', 'Vitamin and mineral premix'],
  bulkFormula: [8, '婴儿配方乳粉（1段）半成品', 'Infant formula stage 1, bulk'],
  formula: [9, '绿源启元婴儿配方乳粉 1段 800克', 'Lvyuan Qiyuan Infant Formula Stage 1, 800 g'],
  fenugreek: [11, '葫芦巴种子', 'Fenugreek seed'],
  lentil: [12, '扁豆芽用种子', 'Sprouting lentil seed'],
  seedPacket: [13, '家庭芽菜种子包 50克', 'Sprouting seed packet, 50 g'],
  water: [14, '生产用水', 'Process water'],
  sprouts: [15, '混合芽苗菜', 'Mixed sprouts'],
  cucumber: [16, '黄瓜', 'Cucumbers'],
  tomato: [17, '番茄', 'Tomatoes'],
  lettuce: [18, '生菜', 'Lettuce'],
  salad: [19, '即食混合沙拉', 'Ready-to-eat mixed salad'],
  flour: [20, '小麦粉 25千克', 'Wheat flour, 25 kg'],
  biscuits: [21, '麦田苏打饼干 400克', 'Maitian Soda Biscuits, 400 g'],
  pesticide: [22, '吡虫啉可湿性粉剂', 'Imidacloprid wettable powder'],
  greensInField: [23, '小白菜（大田）', 'Pak choi, in the field'],
  greens: [24, '小白菜', 'Pak choi'],
  beansInField: [25, '豇豆（大田）', 'Yardlong beans, in the field'],
  beans: [26, '豇豆', 'Yardlong beans'],
} satisfies Record<string, readonly [reference: number, zh: string, en: string]>;

export type ProductKind = keyof typeof KINDS;

/** Cylindrical cans, bags, boxes. */
const PACKED_IN: Partial<Record<ProductKind, string>> = {
  formula: 'CX',
  seedPacket: 'BG',
  salad: 'BX',
  biscuits: 'BG',
};

const SAYS: Partial<Record<ProductKind, Product['says']>> = {
  biscuits: { netContentDescription: '400克', netContentDescriptionEn: '400 g' },
  formula: {
    brandName: '绿源启元',
    brandNameEn: 'Lvyuan Qiyuan',
    netContentDescription: '800 克',
    netContentDescriptionEn: '800 g',
    registrationNumber: '国食注字YP20269901',
    productionLicence: 'SC12932059999995',
  },
};

/** One maker's product of this kind. */
export function productOf(maker: Party, kind: ProductKind): Product {
  const [reference, zh, en] = KINDS[kind];
  const packedIn = PACKED_IN[kind];
  const says = SAYS[kind];
  const item: Item = { prefix: maker.prefix, indicator: '0', reference };
  return {
    ...{ item, zh, en },
    ...(packedIn === undefined ? {} : { packedIn }),
    ...(says === undefined ? {} : { says }),
  };
}

/** The trade case of a product: same reference, indicator 1. */
export function caseOf({ item, zh, en }: Product, count: number): Product {
  return { item: { ...item, indicator: '1' }, zh: `${zh} ×${count}`, en: `${en}, case of ${count}` };
}
