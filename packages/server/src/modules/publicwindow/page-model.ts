/** Shapes what is held of a code for the drawn page. Pure. */
import type { Language, TraceAnomaly, TraceEventRow, TraceUnit, TraceUnitRole } from '@suyuan/api';
import type { CodePage, Name, Product, TimelineEvent, UnknownPage } from '@suyuan/api/public-page';
import { epochMs, termLabel } from '@suyuan/epcis';
import { displayName, type RegistryEntry } from '../registry/index.ts';
import { chainOf } from './chain-model.ts';
import { codeModel, elsewhereOf, faultOf } from './code-model.ts';
import { contactsOf, makerOf, partyModel } from './contact-model.ts';
import { factsOf, testLabel } from './facts-model.ts';
import { groupsOf, stageNamesOf } from './groups-model.ts';
import { type LookUp, productOf } from './look-up.ts';
import { becauseOf, claimsOf, noticesOf } from './notice-model.ts';
import { papersOf } from './papers-model.ts';
import { registrationsOf } from './registrations-model.ts';
import { storyOf } from './story/story.ts';

/** Events on one page: more than a person reads; the rest are counted. */
const TIMELINE_MAX = 200;

export interface PageRequest {
  readonly lang: Language;
  readonly query?: string;
}

/** The page of a code of which nothing is held, or which is malformed. */
export function unknownPage(found: LookUp, request: PageRequest): UnknownPage {
  const code = codeModel(found.given, found.reading, found.detection);
  const { refusal } = found.reading;
  if (refusal !== undefined)
    return { kind: 'unknown', verdict: 'not-a-code', code, fault: faultOf(refusal), ...request };
  return { kind: 'unknown', verdict: 'unknown-code', code, elsewhere: elsewhereOf(found.reading), ...request };
}

/** The page of a code of which records are held, or at least its product's name. */
export function codePage(found: LookUp, request: PageRequest): CodePage {
  const { verdict } = found.verdict;
  const { events, cut, hidden } = timelineOf(found);
  const product = productModel(found);
  const maker = makerOf(found);
  const praises = verdict === 'normal';
  const recorded = factsOf(found, { lang: request.lang, praises });
  const inGeneral = registrationsOf(found, maker);
  // What the records of the goods say of a name comes before what master data say in general.
  const named = new Map([...inGeneral, ...recorded]);
  const { groups, marks, facts } = groupsOf(found, { lang: request.lang, maker: maker?.code, facts: named });
  const registrations = facts.filter((fact) => inGeneral.values().some((each) => each === fact));
  const papers = papersOf(found, { lang: request.lang, maker, praises });
  // What is told with whoever found it is no fact again.
  const tested = new Set(papers.map(({ name }) => testLabel(name?.zh ?? '').zh));
  const stageNames = stageNamesOf(found, maker?.code);
  const story = storyOf(found, { stageNames, praises });
  return {
    kind: 'code',
    ...request,
    code: codeModel(found.given, found.reading, found.detection),
    verdict,
    because: becauseOf(found),
    notices: noticesOf(found, request.lang),
    ...(found.verdict.claims.length === 0 ? {} : { claims: claimsOf(found, request.lang) }),
    ...(product === undefined ? {} : { product }),
    ...(maker === undefined ? {} : { maker }),
    contacts: contactsOf(found, maker),
    facts: facts.filter((fact) => !registrations.includes(fact) && !tested.has(fact.label.zh)),
    ...(registrations.length === 0 ? {} : { registrations }),
    ...(groups.length === 0 ? {} : { groups }),
    ...(marks.length === 0 || !praises ? {} : { marks }),
    ...(papers.length === 0 ? {} : { papers }),
    timeline: events,
    ...(story === undefined ? {} : { story }),
    chain: chainOf(found, request.lang),
    anomalies: anomaliesOf(found).map(({ message }) => ({ message: withLocalTimes(message, request.lang) })),
    proof: {
      ...(found.leaf === undefined
        ? {}
        : { logPosition: found.leaf.position, leafHash: found.leaf.leafHash.toString('hex') }),
      ...(found.recordedAt === undefined ? {} : { recordedAt: found.recordedAt.getTime() }),
    },
    total: events.length + cut + hidden,
    ...(cut === 0 ? {} : { cut }),
    ...(hidden === 0 ? {} : { hidden }),
    ...(found.trace?.completeness.complete === false ? { isPart: true } : {}),
  };
}

/** What the trace finds odd about the code itself. */
function anomaliesOf({ trace, start }: LookUp): readonly TraceAnomaly[] {
  const own = new Set(start);
  return (trace?.anomalies ?? []).filter(({ code }) => own.has(code));
}

/** A message of the trace gives times in UTC, for programs; a person reads the clock of the place. */
function withLocalTimes(message: string, lang: Language): string {
  const format = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  });
  return message.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (time) => format.format(new Date(time)));
}

function productModel({ reading, known, picture }: LookUp): Product | undefined {
  const { gtin } = reading.parts;
  const entry = productOf(reading)
    .map((code) => known.get(code))
    .find((each) => each !== undefined);
  const held = entry ?? known.get(reading.canonical);
  const name = displayName(held);
  const brand = attributeOf(held, BRAND);
  const specification = attributeOf(held, SPECIFICATION);
  if (gtin === undefined && name === undefined && picture === undefined) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(gtin === undefined ? {} : { gtin }),
    ...(brand === undefined ? {} : { brand }),
    ...(specification === undefined ? {} : { specification }),
    ...(picture === undefined ? {} : { picture }),
  };
}

/** Names of the GS1 Web Vocabulary and of CBV 2.0 §9.2; what ends in `En` is the same in English. */
const BRAND = ['brandName', 'brand'];
const SPECIFICATION = ['netContentDescription', 'netContent', 'specification'];

function attributeOf(entry: RegistryEntry | undefined, names: readonly string[]): Name | undefined {
  const told = (name: string): string | undefined => {
    const value = entry?.attributes[name];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const name = names.find((each) => told(each) !== undefined);
  const [zh, en] = name === undefined ? [] : [told(name), told(`${name}En`)];
  return zh === undefined ? undefined : { zh, en: en ?? zh };
}

const CLOSEST_FIRST = ['start', 'carrier', 'source', 'affected'] as const satisfies readonly TraceUnitRole[];
const CLOSENESS: Readonly<Record<TraceUnitRole, number>> = { start: 0, carrier: 1, source: 2, affected: 3 };

/** The events of the chain, the code's own first when there are too many; each with the role of its closest unit. */
function timelineOf(found: LookUp): { events: TimelineEvent[]; cut: number; hidden: number } {
  const roles = closestRoles(found.trace?.units ?? []);
  const roleOf = (row: TraceEventRow): TraceUnitRole =>
    row.units.reduce<TraceUnitRole>((closest, { code }) => {
      const role = roles.get(code) ?? 'affected';
      return CLOSENESS[role] < CLOSENESS[closest] ? role : closest;
    }, 'affected');
  const all = found.trace?.events ?? [];
  // Of others the public is told that they are recorded, and no more.
  const rows = all.flatMap((row) => (row.eventTime === undefined ? [] : [{ row, role: roleOf(row) }]));
  const chosen: typeof rows = [];
  for (const role of CLOSEST_FIRST) {
    chosen.push(
      ...bothEnds(
        rows.filter((each) => each.role === role),
        TIMELINE_MAX - chosen.length,
      ),
    );
  }
  return {
    events: chosen.map(({ row, role }) => timelineEvent(row, role, found.known)),
    cut: rows.length - chosen.length,
    hidden: all.length - rows.length,
  };
}

/** Of rows in order no more than there is room for: what began it, and rather more of where it is now. */
function bothEnds<Row>(rows: readonly Row[], room: number): readonly Row[] {
  if (rows.length <= room) return rows;
  const oldest = Math.floor(room / 4);
  return [...rows.slice(0, oldest), ...rows.slice(rows.length - (room - oldest))];
}

function closestRoles(units: readonly TraceUnit[]): Map<string, TraceUnitRole> {
  const roles = new Map<string, TraceUnitRole>();
  for (const { code, role } of units) {
    const held = roles.get(code);
    if (held === undefined || CLOSENESS[role] < CLOSENESS[held]) roles.set(code, role);
  }
  return roles;
}

function timelineEvent(row: TraceEventRow, unitRole: TraceUnitRole, known: LookUp['known']): TimelineEvent {
  const place = row.bizLocation ?? row.readPoint;
  const name = place === undefined ? undefined : displayName(known.get(place));
  const party = row.party === undefined ? undefined : partyModel(row.party, known);
  // A firm and its only site have one name; said once it is clearer.
  const isNamesake = party?.name !== undefined && party.name.zh === name?.zh;
  return {
    eventID: row.eventID,
    time: epochMs(row.eventTime ?? ''),
    timeZoneOffset: row.eventTimeZoneOffset ?? CHINA,
    step: termLabel(row.bizStep ?? row.disposition ?? row.type),
    ...(place === undefined ? {} : { place: { code: place, ...(name === undefined ? {} : { name }) } }),
    ...(party === undefined || isNamesake ? {} : { party }),
    unitRole,
    ...(row.declaredInError === true ? { declaredInError: true } : {}),
    ...(row.disputed === true ? { disputed: true } : {}),
  };
}

/** Where a record says nothing of its clock; the public window is read in China. */
const CHINA = '+08:00';
