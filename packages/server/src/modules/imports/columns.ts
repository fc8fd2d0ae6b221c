/** The columns of a table of records of a stage, by its form. Pure. */
import { unitWords } from '@suyuan/api';
import type { FormField, StageForm } from '@suyuan/profiles';
import type { Choice, ColumnSpec, Words } from '../../platform/tables/column-spec.ts';

export interface ImportColumn {
  readonly spec: ColumnSpec;
  readonly heading: Words;
  readonly note: Words;
  readonly example: string;
}

/** Of UN/ECE Recommendation 20, those that trades write, with what else they call them; a case is not one piece of what is in it. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  KGM: ['公斤', 'KG', 'kgs'],
  GRM: ['G'],
  TNE: ['T', '公吨'],
  LTR: ['公升', 'L'],
  MLT: ['ML'],
  MTR: ['M'],
  MTK: ['平米', 'm2'],
  H87: ['个', '只', '瓶', '盒', '袋', '支', '台', '套', 'pcs', 'pc', 'piece'],
};
const UNIT_CHOICES: readonly Choice[] = Object.entries(UNITS).map(([code, more]) => {
  const { zh, en } = unitWords(code);
  return { code, names: [zh, en, ...more] };
});
const UNIT_NAMES = UNIT_CHOICES.flatMap(({ code, names }) => [...names, code]);

const sameWord = (name: string): string => name.normalize('NFKC').toLowerCase();
/** Of two units that are called the same the first is meant. */
const UNIT_OF: ReadonlyMap<string, string> = new Map(
  UNIT_CHOICES.toReversed().flatMap(({ code, names }) =>
    [code, ...names].map((name) => [sameWord(name), code] as const),
  ),
);

/** The code of a unit by what people call it. */
export function unitOf(text: string): string {
  return UNIT_OF.get(sameWord(text)) ?? text;
}

/** What trades call the day on which they record something. */
const WHEN: readonly string[] = [
  ...[
    '日期',
    '发生时间',
    '发生日期',
    '登记日期',
    '购进日期',
    '进货日期',
    '进货时间',
    '采购日期',
    '收货日期',
    '验收日期',
  ],
  ...['入库日期', '出库日期', '发货日期', '销售日期', '销售时间', 'Date', 'Date and time', 'eventTime'],
];

export const VALUE = 'values/';

export function columnsOf(form: StageForm): readonly ImportColumn[] {
  const values = form.fields.filter(({ entered, fixed }) => entered === 'value' && fixed === undefined);
  // What the pack itself calls so is that, and none of ours.
  const taken = new Set(values.flatMap(namesOf));
  const own = ownColumns(form).map(({ spec: { names, ...spec }, heading, ...column }) => ({
    ...column,
    heading,
    spec: { ...spec, names: [...new Set([heading.zh, heading.en, ...names.filter((name) => !taken.has(name))])] },
  }));
  return [...own, ...values.map(valueColumn)];
}

function namesOf({ name, element }: FormField): readonly string[] {
  return [name.zh, name.en, element];
}

/** What an event is made of, whatever the stage. */
function ownColumns(form: StageForm): readonly ImportColumn[] {
  const called = (is: (field: FormField) => boolean): readonly string[] => form.fields.filter(is).flatMap(namesOf);
  const ofUnit = (pattern: RegExp) =>
    called(({ entered, element }) => entered === 'unit' && pattern.test(element.toLowerCase()));
  return [
    {
      heading: { zh: '时间', en: 'Time' },
      spec: {
        ...{ id: 'at', kind: 'dateTime', required: true },
        names: [...WHEN, ...called(({ entered }) => entered === 'time')],
      },
      note: {
        zh: '何时发生。按北京时间（+08:00）理解；只填日期的按当日零点',
        en: 'When it happened, in Chinese standard time (+08:00); a date alone is its midnight',
      },
      example: '2026-01-05 08:30',
    },
    {
      heading: { zh: '货品编码', en: 'Goods code' },
      spec: {
        ...{ id: 'code', kind: 'code', required: !form.opens },
        names: ['编码', '商品编码', '产品编码', '商品条码', '条码', '追溯码', '产出编码', 'GTIN', 'Code', 'epc'],
      },
      note: {
        zh: '商品条码、批次或单件的追溯码，与扫码所得相同',
        en: 'The code of goods, of a lot or of one item, as a scanner gives it',
      },
      example: '06901234567892',
    },
    {
      heading: { zh: '批号', en: 'Lot' },
      spec: { id: 'lot', kind: 'code', names: ['批次', '批次号', '生产批号', 'Batch', ...ofUnit(/lot|batch/)] },
      note: {
        zh: '编码是 14 位商品条码时填写；编码已含批号的留空',
        en: 'Where the code is that of a product alone; empty where the code has the lot in it',
      },
      example: 'A12',
    },
    ...amountColumns('', { zh: '', en: '' }, ofUnit(/quantity|amount|weight/)),
    ...(form.inputs === 'none' ? [] : inputColumns(form.inputs === 'required')),
    ...(form.parent === 'none' ? [] : [parentColumn(form)]),
    partyColumn('place', { zh: '地点编码', en: 'Place code' }, ['地点', '场所', '场所编码', 'Place', 'Location']),
    partyColumn('from', { zh: '来源单位编码', en: 'From code' }, ['来源单位', '发货单位', '供货单位', 'From']),
    partyColumn('to', { zh: '去向单位编码', en: 'To code' }, ['去向单位', '收货单位', '购货单位', 'To']),
  ];
}

function amountColumns(prefix: '' | 'input', of: Words, names: readonly string[] = []): readonly ImportColumn[] {
  const [quantity, uom] = prefix === '' ? ['quantity', 'uom'] : ['inputQuantity', 'inputUom'];
  return [
    {
      heading: { zh: `${of.zh}数量`, en: `${of.en}Quantity` },
      spec: { id: quantity, kind: 'number', units: UNIT_NAMES, names },
      note: {
        zh: '数字；单件的编码不填。可带单位，如 25千克',
        en: 'A number, none of a single item; a unit may stand behind it, as in 25 kg',
      },
      example: '25',
    },
    {
      heading: { zh: `${of.zh}单位`, en: `${of.en}Unit` },
      spec: {
        ...{ id: uom, kind: 'choice', choices: UNIT_CHOICES },
        names: prefix === '' ? ['计量单位', 'uom'] : [],
      },
      note: { zh: '数量的单位；不填为件', en: 'Of the quantity; pieces where it is empty' },
      example: '千克',
    },
  ];
}

function inputColumns(required: boolean): readonly ImportColumn[] {
  return [
    {
      heading: { zh: '原料编码', en: 'Input code' },
      spec: { id: 'inputCode', kind: 'code', required, names: ['投入编码', '投入品编码', 'Input'] },
      note: {
        zh: '用了什么原料。一行一种；用了几种原料的，请用填写表登记',
        en: 'What it was made of, one a row; fill in the form where there are several',
      },
      example: '06901234567809',
    },
    ...amountColumns('input', { zh: '原料', en: 'Input ' }),
  ];
}

function parentColumn({ parent, opens }: StageForm): ImportColumn {
  const required = parent === 'required';
  return {
    heading: { zh: '包装编码', en: 'Container code' },
    spec: { id: 'parent', kind: 'code', required, names: ['箱码', '托盘编码', '容器编码', 'Parent', 'SSCC'] },
    note: opens
      ? {
          zh: '打开的箱、托盘或容器；不填货品编码的，全部取出',
          en: 'Of the carton, pallet or vessel that is opened; with no goods code, all of it comes out',
        }
      : { zh: '货品装入的箱、托盘或容器', en: 'Of the carton, pallet or vessel that the goods are put into' },
    example: '(00)106901234500000017',
  };
}

function partyColumn(id: string, heading: Words, names: readonly string[]): ImportColumn {
  return {
    heading,
    spec: { id, kind: 'code', names },
    note: { zh: '全球位置码（GLN）或登记过的编码', en: 'A GLN, or another code that is registered' },
    example: '6901234567892',
  };
}

const KINDS: Readonly<Record<FormField['type'], ColumnSpec['kind']>> = {
  ...{ text: 'text', code: 'text', number: 'number', date: 'date', dateTime: 'dateTime', flag: 'choice', list: 'text' },
};
const FLAGS: readonly Choice[] = [
  { code: 'true', names: ['是', 'Yes', '有', '√', 'Y', '1'] },
  { code: 'false', names: ['否', 'No', '无', '×', 'N', '0'] },
];
const EXAMPLES: Readonly<Partial<Record<FormField['type'], string>>> = {
  ...{ number: '25', date: '2026-01-05', dateTime: '2026-01-05 08:30', flag: '是' },
};

function valueColumn(field: FormField): ImportColumn {
  const { element, name, type, unit, options, definition } = field;
  const choices = type === 'flag' ? FLAGS : options?.map((option) => choiceOf(option));
  const isChoice = choices !== undefined && type !== 'list';
  const words = unit === undefined ? undefined : unitWords(unit);
  return {
    heading: name,
    spec: {
      ...{ id: `${VALUE}${element}`, names: namesOf(field), kind: isChoice ? 'choice' : KINDS[type] },
      ...(choices === undefined ? {} : { choices }),
      ...(words === undefined ? {} : { units: UNIT_NAMES.filter((each) => unitOf(each) === unit) }),
    },
    note: {
      zh: [needOf(field).zh, definition?.zh, words && `单位：${words.zh}`].filter(Boolean).join('。'),
      en: [needOf(field).en, definition?.en, words && `In ${words.en}`].filter(Boolean).join('. '),
    },
    example: choices?.[0]?.names[0] ?? EXAMPLES[type] ?? '',
  };
}

const choiceOf = ({ code, name }: NonNullable<FormField['options']>[number]): Choice => ({
  code,
  names: [name.zh, name.en],
});

function needOf({ need, when, type }: FormField): Words {
  const several: Words =
    type === 'list' ? { zh: '；多个用顿号隔开', en: '; several with semicolons between' } : { zh: '', en: '' };
  const words: Readonly<Record<FormField['need'], Words>> = {
    required: { zh: '法规要求记录', en: 'Asked for by law' },
    conditional: {
      zh: when === undefined ? '视情形需要记录' : `${when.zh}时需要记录`,
      en: when === undefined ? 'Needed in some cases' : `Needed where ${when.en}`,
    },
    optional: { zh: '选填', en: 'Optional' },
  };
  return { zh: words[need].zh + several.zh, en: words[need].en + several.en };
}
