/** Who made the goods, and whom a person asks about goods that a page warns of. Pure. */
import type { TraceEventRow } from '@suyuan/api';
import type { Contact, Name, Party } from '@suyuan/api/public-page';
import { unitsSaidOf } from '@suyuan/epcis';
import { displayName, type RegistryEntry } from '../registry/index.ts';
import { type LookUp, productOf } from './look-up.ts';
import { isMaking } from './making.ts';
import { issuerCode, toldNotices } from './told-notices.ts';

/**
 * Who brought the thing into being: the party at the event that made it, its lot, or its instances; of a container
 * without any, at its first event. Of goods whose making is not recorded nobody is called the maker.
 */
export function makerOf(found: LookUp): Party | undefined {
  const rows = (found.trace?.events ?? []).filter((row) => row.declaredInError !== true);
  const start = new Set(found.start);
  const row =
    rows.find((each) => makes(each, start)) ??
    rows.find((each) => makes(each, kinOf(found, start))) ??
    (found.reading.productOf === undefined
      ? rows.find(({ units }) => units.some(({ code }) => start.has(code)))
      : undefined);
  const code = row === undefined ? makerOfItems(found) : (row.party ?? row.bizLocation ?? row.readPoint);
  return code === undefined ? undefined : partyModel(code, found.known);
}

function makes(row: TraceEventRow, codes: ReadonlySet<string>): boolean {
  return (
    isMaking(row) && row.units.some(({ code, role }) => codes.has(code) && (role === 'output' || role === 'object'))
  );
}

/** The lots that it belongs to, and the instances that belong to it. */
function kinOf({ trace }: LookUp, start: ReadonlySet<string>): ReadonlySet<string> {
  const ties = (trace?.links ?? []).filter(({ kind }) => kind === 'belongs');
  return new Set(ties.flatMap(({ from, to }) => (start.has(from) ? [to] : start.has(to) ? [from] : [])));
}

/** Of a product, the maker of those of its items that the reasons name. */
function makerOfItems({ items }: LookUp): string | undefined {
  const making = items.find(
    ({ facts, declaredInError, isDeclaration }) =>
      !declaredInError && !isDeclaration && isMaking(facts) && unitsSaidOf(facts).length > 0,
  );
  return making === undefined ? undefined : issuerCode(making.facts);
}

/** With a notice: whoever gave it, then the maker; where neither is known, whom the product's master data names. */
export function contactsOf(found: LookUp, maker: Party | undefined): Contact[] {
  const told = toldNotices(found.verdict);
  if (told.length === 0) return [];
  const issuer = told
    .map(([reason]) => reason?.notice && issuerCode(reason.notice.event.facts))
    .map((code) => (code === undefined ? undefined : partyModel(code, found.known)))
    .find((party) => party?.name !== undefined);
  const isMaker = issuer?.name !== undefined && issuer.name.zh === maker?.name?.zh;
  const contacts = [...(isMaker ? [] : contact('issuer', issuer)), ...contact('maker', maker)];
  return contacts.length > 0 ? contacts : namedByProduct(found);
}

function contact(as: Contact['as'], party: Party | undefined): Contact[] {
  if (party?.name === undefined) return [];
  const { name, telephone } = party;
  return [{ as, name, ...(telephone === undefined ? {} : { telephone }) }];
}

/** CBV 2.0 §9.2: the maker's name among the attributes of a trade item. */
function namedByProduct({ reading, known }: LookUp): Contact[] {
  return productOf(reading).flatMap((code): Contact[] => {
    const name = known.get(code)?.attributes.manufacturerOfTradeItemPartyName;
    return typeof name === 'string' && name.trim() !== '' ? [{ as: 'product', name: { zh: name, en: name } }] : [];
  });
}

export function partyModel(code: string, known: ReadonlyMap<string, RegistryEntry>): Party {
  const entry = known.get(code);
  const name = displayName(entry);
  const { telephone } = entry?.attributes ?? {};
  const address = townOf(entry);
  return {
    code,
    ...(name === undefined ? {} : { name }),
    ...(address === undefined ? {} : { address }),
    ...(typeof telephone === 'string' && telephone !== '' ? { telephone } : {}),
  };
}

/** The town that master data name, in English where they do (`cityEn`). */
export function townOf(entry: RegistryEntry | undefined): Name | undefined {
  const { city: zh, cityEn: en } = entry?.attributes ?? {};
  if (typeof zh !== 'string' || zh.trim() === '') return undefined;
  return { zh, ...(typeof en === 'string' && en.trim() !== '' ? { en } : {}) };
}
