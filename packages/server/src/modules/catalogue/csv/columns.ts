/** What the columns of a file are called, in either language, and what they are to an entry. */
import { type EntryKind, type Language, OWN_IDENTIFIERS } from '@suyuan/api';
import { SCHEMES, schemeOf } from '@suyuan/codes';
import { fullName } from '../attribute-names.ts';

export type Column =
  | { readonly is: 'code' | 'parts' }
  | { readonly is: 'attribute' | 'identifier'; readonly name: string };

type Text = Readonly<Record<Language, string>>;

const ATTRIBUTES: Readonly<Record<string, Text>> = {
  name: { zh: '名称', en: 'Name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  netContentDescription: { zh: '净含量', en: 'Net content' },
  packLevel: { zh: '包装级别', en: 'Pack level' },
  storageConditions: { zh: '贮存条件', en: 'Storage conditions' },
  manufacturerOfTradeItemPartyName: { zh: '生产者', en: 'Maker' },
  model: { zh: '型号', en: 'Model' },
  city: { zh: '城市', en: 'City' },
  streetAddressOne: { zh: '地址', en: 'Address' },
  telephone: { zh: '电话', en: 'Telephone' },
};
const CODE: Text = { zh: '编码', en: 'Code' };
const PARTS: Text = { zh: '组成部分的编码', en: 'Codes of parts' };

const TEMPLATES: Readonly<
  Record<EntryKind, { readonly attributes: readonly string[]; readonly schemes: readonly string[] }>
> = {
  product: {
    attributes: [
      'nameEn',
      'netContentDescription',
      'packLevel',
      'storageConditions',
      'manufacturerOfTradeItemPartyName',
    ],
    schemes: ['internal'],
  },
  party: { attributes: ['nameEn', 'city', 'streetAddressOne', 'telephone'], schemes: ['cn-uscc', 'internal'] },
  site: { attributes: ['nameEn', 'city', 'streetAddressOne'], schemes: ['internal'] },
  equipment: {
    attributes: ['model'],
    schemes: ['cn-special-equipment', 'cn-elevator', 'maker-number', 'gs1', 'internal'],
  },
  device: { attributes: ['model'], schemes: ['maker-number', 'internal'] },
};

/** The headings of a file to fill in, as one line. */
export function csvTemplate(kind: EntryKind, language: Language): string {
  const { attributes, schemes } = TEMPLATES[kind];
  const headings = [
    CODE[language],
    ...['name', ...attributes].map((name) => ATTRIBUTES[name]?.[language] ?? name),
    ...schemes.map((scheme) => schemeName(scheme)?.[language] ?? scheme),
    PARTS[language],
  ];
  // With a byte order mark, so that Excel reads it as UTF-8.
  return `\uFEFF${headings.join(',')}\r\n`;
}

function schemeName(scheme: string): Text | undefined {
  const own = Object.entries<Text>(OWN_IDENTIFIERS).find(([id]) => id === scheme)?.[1];
  return own ?? schemeOf(scheme)?.name;
}

/** Undefined for a heading that says nothing that is known. */
export function columnOf(heading: string): Column | undefined {
  const wanted = heading.normalize('NFKC').toLowerCase();
  const isCalled = (id: string, words: Text): boolean =>
    [id, words.zh, words.en].some((word) => word.normalize('NFKC').toLowerCase() === wanted);
  if (isCalled('code', CODE)) return { is: 'code' };
  if (isCalled('parts', PARTS)) return { is: 'parts' };
  const attribute = Object.entries(ATTRIBUTES).find(([id, words]) => isCalled(id, words))?.[0];
  if (attribute !== undefined) return { is: 'attribute', name: attribute };
  const own = Object.entries<Text>(OWN_IDENTIFIERS).find(([id, words]) => isCalled(id, words))?.[0];
  const scheme = own ?? (wanted === 'gs1' ? wanted : SCHEMES.find(({ id, name }) => isCalled(id, name))?.id);
  if (scheme !== undefined) return { is: 'identifier', name: scheme };
  return fullName(heading) === undefined ? undefined : { is: 'attribute', name: heading };
}
