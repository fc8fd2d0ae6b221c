/** Values that tell whose they are: every place of a document that may be private holds one, for tests. */
export type Owner = 'A' | 'B';

/** Letters and digits alone, so that a code, an address and a name of a member can hold it unchanged. */
export function canary(owner: Owner, kind: string): string {
  return `zq${owner}${kind}qz`;
}

/** Values in which no word fits: of each owner, by kind. */
const FIGURES: Readonly<Record<Owner, Readonly<Record<string, string>>>> = {
  A: { quantity: '73191.125', made: '83191.25', sensorValue: '41.71875', sscc: '106141412345678908' },
  B: { quantity: '62813.375', made: '92813.5', sensorValue: '39.28125', sscc: '106141419876543216' },
};

export const figure = (owner: Owner, kind: string): string => FIGURES[owner][kind] ?? '';

/** What belongs to an owner and was given by the server: ids of jobs, keys, organisations; as `kind` to values. */
export type Given = Readonly<Record<Owner, ReadonlyMap<string, readonly string[]>>>;

/** Kinds of this owner's values that stand in a text, whatever their case. */
export function kindsIn(text: string, owner: Owner, given?: Given): Set<string> {
  const kinds = new Set<string>();
  for (const [, kind = ''] of text.matchAll(new RegExp(`zq${owner}([a-z0-9]+?)qz`, 'gi')))
    kinds.add(kind.toLowerCase());
  for (const [kind, value] of Object.entries(FIGURES[owner])) if (text.includes(value)) kinds.add(kind.toLowerCase());
  for (const [kind, values] of given?.[owner] ?? []) {
    if (values.some((value) => text.includes(value))) kinds.add(kind.toLowerCase());
  }
  return kinds;
}

/** What the public page of one of its units tells anybody of what an organisation recorded, by the kind of value. */
export const ON_PAGES: readonly string[] = [
  // The shape of the chain: codes of units.
  ...['serial', 'output', 'wrong', 'xmlSerial', 'lot', 'input', 'sscc', 'asset'],
  // Who made the goods, where and how, and who warns of them.
  ...['bizLocation', 'step', 'eventID', 'transformedID', 'recalledID', 'singleID'],
  // Of master data: what products and places are called, and how much is in a package, which stands on it.
  ...['productName', 'placeName', 'content'],
  // What a person checks against the package, and why something was recalled.
  ...['ilmdLot', 'ilmdOrigin', 'recallReason', 'recallClass'],
  // What was tested or certified, by whom.
  ...['testItem', 'testResult', 'testLaboratory', 'certificationInfo'],
].map((kind) => kind.toLowerCase());

/** What event queries by a unit, and by an ID, tell beside: of a making its maker and all its places, and what was tested. */
export const IN_QUERIES: readonly string[] = [
  ...ON_PAGES,
  ...['readpoint', 'organisationname', 'organisationid', 'recallby', 'packedid'],
];
