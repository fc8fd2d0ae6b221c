/** Who takes part in the way of one can of formula, who watches over it, and who does neither. Names and codes are invented. */

interface Site {
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
  /** GLN. */
  readonly code: string;
}

interface PartyOf {
  readonly organisation: {
    readonly name: string;
    readonly kind: string;
    readonly region: string;
    readonly code: string;
  };
  readonly person: { readonly name: string; readonly loginName: string; readonly password: string };
}

/** One that records: its name for whoever reads English, and where it records. */
interface RecorderOf extends PartyOf {
  readonly nameEn: string;
  readonly site: Site;
}

const enterprise = (name: string, region: string, gln: string) => ({
  ...{ name, region, kind: 'enterprise' },
  code: `https://id.gs1.org/417/${gln}`,
});

export const RECORDERS = {
  maker: {
    organisation: enterprise('晨露乳业婴幼儿配方奶粉厂', '230202', '6990030100013'),
    nameEn: 'Chenlu Infant Formula Factory',
    person: { name: '孙立群', loginName: 'sun.liqun', password: '三月的白桦林里融雪' },
    site: { name: '晨露乳业一号工厂', nameEn: 'Chenlu Plant No. 1', kind: 'factory', code: '6990030100020' },
  },
  wholesaler: {
    organisation: enterprise('济南惠安母婴用品批发公司', '370105', '6990030200010'),
    nameEn: "Hui'an Baby Goods Wholesale, Jinan",
    person: { name: '周海燕', loginName: 'zhou.haiyan', password: '五月的泉水边听蛙鸣' },
    site: { name: '惠安济南仓库', nameEn: "Hui'an Warehouse Jinan", kind: 'warehouse', code: '6990030200027' },
  },
  shop: {
    organisation: enterprise('平阴县小太阳母婴店', '370124', '6990030300017'),
    nameEn: 'Little Sun Baby Shop, Pingyin',
    person: { name: '何晓婷', loginName: 'he.xiaoting', password: '六月的玫瑰开满山坡' },
    site: { name: '小太阳母婴店', nameEn: 'Little Sun Shop', kind: 'shop', code: '6990030300024' },
  },
} as const satisfies Readonly<Record<string, RecorderOf>>;

export const PARTIES = {
  ...RECORDERS,
  regulator: {
    organisation: { ...enterprise('平阴县市场监督管理局', '370124', '6990030400014'), kind: 'regulator' },
    person: { name: '郑明辉', loginName: 'zheng.minghui', password: '八月的黄河水向东流' },
  },
  stranger: {
    organisation: enterprise('成都锦里食品贸易公司', '510104', '6990030500011'),
    person: { name: '唐文博', loginName: 'tang.wenbo', password: '十月的银杏落满小巷' },
  },
} as const satisfies Readonly<Record<string, PartyOf>>;

export type Recorder = keyof typeof RECORDERS;
export type Party = keyof typeof PARTIES;
