/** What a sheet says of data elements, as members of its event. */
import type { LoadedPack } from '../judge/loaded-pack.ts';
import type { PackElement } from '../pack/pack.ts';
import { writtenAt } from './place-of-element.ts';
import type { Sheet } from './sheet.ts';
import type { Json, SheetEvent } from './written.ts';

/** Of CBV 2.0 §9.3, those that packs name; others are written under our own namespace. */
const MASTER_DATA: readonly string[] = [
  ...['lotNumber', 'itemExpirationDate', 'bestBeforeDate', 'sellByDate', 'countryOfOrigin', 'growingMethodCode'],
  ...['harvestStartDate', 'harvestEndDate', 'storageStateCode', 'preservationTechniqueCode', 'firstFreezeDate'],
];

export function membersOf({ pack }: LoadedPack, { values, orderUri }: Sheet, mayBeOfGoods: boolean): SheetEvent {
  const own: Record<string, Json> = {};
  const ilmd: Record<string, Json> = {};
  // CBV 2.0 §7.3: an order is a document of the type `po`.
  const documents: Json[] = orderUri === undefined ? [] : [{ type: 'po', bizTransaction: orderUri }];
  const sensors: Json[] = [];
  for (const [id, given] of Object.entries(values)) {
    const element = pack.elements[id];
    const value = element === undefined ? undefined : jsonOf(element, given);
    const at = element === undefined ? undefined : writtenAt(element, mayBeOfGoods);
    if (element === undefined || value === undefined || at === undefined) continue;
    if (at.kind === 'document') documents.push({ type: at.name, bizTransaction: String(value) });
    else if (at.kind === 'sensor')
      sensors.push({ type: at.name, value, ...(element.unit === undefined ? {} : { uom: element.unit }) });
    else {
      const within = at.kind === 'ilmd' ? ilmd : own;
      const name = `${at.kind === 'ilmd' && MASTER_DATA.includes(at.name) ? 'cbvmda' : 'suyuan'}:${at.name}`;
      within[name] = at.member === undefined ? value : { ...objectOf(within[name]), [`suyuan:${at.member}`]: value };
    }
  }
  return {
    ...(documents.length === 0 ? {} : { bizTransactionList: documents }),
    ...(sensors.length === 0 ? {} : { sensorElementList: [{ sensorReport: sensors }] }),
    ...(Object.keys(ilmd).length === 0 ? {} : { ilmd }),
    ...own,
  };
}

function objectOf(value: Json | undefined): SheetEvent {
  return isObject(value) ? value : {};
}

function isObject(value: Json | undefined): value is SheetEvent {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Undefined where nothing is entered. What is not of its type is written as it stands, and found when it is judged. */
function jsonOf({ type }: PackElement, given: string | readonly string[]): Json | undefined {
  const texts = [given].flat().flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
  const [text] = texts;
  if (text === undefined) return undefined;
  if (type === 'list') return texts;
  if (type === 'number' && /^-?\d{1,15}(\.\d{1,6})?$/.test(text)) return Number(text);
  return type === 'flag' && (text === 'true' || text === 'false') ? text === 'true' : text;
}
