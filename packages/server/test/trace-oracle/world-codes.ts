/**
 * Codes for random worlds: GS1 keys with right check digits (GS1 General Specifications §7.9), each with its
 * canonical Digital Link and the other spellings that name the same unit.
 */
import type { Random } from './random.ts';

export interface Code {
  readonly canonical: string;
  /** All spellings, the canonical one among them. */
  readonly spellings: readonly string[];
}

/** `class` and `lot` stand in quantity lists, `container` can be a parent, an `asset` is associated. */
export type UnitKind = 'class' | 'lot' | 'instance' | 'container' | 'asset';

export interface Unit extends Code {
  readonly kind: UnitKind;
  /** Canonical code of its product; units without one (containers, assets) have none. */
  readonly gtin?: string;
}

export interface Codes {
  readonly units: readonly Unit[];
  readonly parties: readonly Code[];
  readonly places: readonly Code[];
  /** Lot numbers that ILMD may carry; the lots of `units` among them. */
  readonly lotNumbers: readonly string[];
}

// GS1 company prefixes of 6 to 9 digits, so that URNs cut the same key at different places.
const PREFIXES = ['4012345', '0614141', '690123456', '697000'];
// GS1 character set 82 has the slash, which a link and a URN must escape.
const LOT_NUMBERS = ['A1', 'A2', 'B/7'];
const CANONICAL_HOST = 'https://id.gs1.org';
const OTHER_HOSTS = ['https://example.com', 'http://dl.example.org/some/path'];

export function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Path of the canonical link, and its URN where the code has one. */
function code(path: string, urn?: string): Code {
  const links = [CANONICAL_HOST, ...OTHER_HOSTS].map((host) => host + path);
  return { canonical: CANONICAL_HOST + path, spellings: urn === undefined ? links : [...links, urn] };
}

const withCheck = (digits: string): string => digits + checkDigit(digits);

function digitsOf(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** A product, with the parts that its URN and its link are written from. */
interface Product {
  readonly path: string;
  readonly urn: string;
}

function product(prefix: string, number: number): Product {
  const reference = digitsOf(number, 12 - prefix.length);
  const indicator = String(1 + (number % 8));
  return { path: `/01/${withCheck(indicator + prefix + reference)}`, urn: `${prefix}.${indicator}${reference}` };
}

function sscc(prefix: string, number: number): Code {
  const reference = digitsOf(number, 16 - prefix.length);
  return code(`/00/${withCheck(`3${prefix}${reference}`)}`, `urn:epc:id:sscc:${prefix}.3${reference}`);
}

function grai(prefix: string, number: number): Code {
  const type = digitsOf(number, 12 - prefix.length);
  return code(`/8003/0${withCheck(prefix + type)}X${number}`, `urn:epc:id:grai:${prefix}.${type}.X${number}`);
}

function giai(prefix: string, number: number): Code {
  return code(`/8004/${prefix}S${number}`, `urn:epc:id:giai:${prefix}.S${number}`);
}

function party(prefix: string, number: number): Code {
  const reference = digitsOf(number, 12 - prefix.length);
  return code(`/417/${withCheck(prefix + reference)}`, `urn:epc:id:pgln:${prefix}.${reference}`);
}

function place(prefix: string, number: number): Code {
  const reference = digitsOf(number, 12 - prefix.length);
  const path = `/414/${withCheck(prefix + reference)}`;
  // TDS §6.3.3: the extension 0 of an SGLN says that there is none.
  if (number % 2 === 0) return code(path, `urn:epc:id:sgln:${prefix}.${reference}.0`);
  return code(`${path}/254/D${number}`, `urn:epc:id:sgln:${prefix}.${reference}.D${number}`);
}

/**
 * About `count` units: two products with their classes, lots and instances, containers, assets. An instance has its
 * lot in its code or not; one serial number is never written both ways.
 */
export function drawCodes(random: Random, count: number): Codes {
  const products = [product(random.pick(PREFIXES), 11), product(random.pick(PREFIXES), 27)];
  const units: Unit[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { path, urn } = random.pick(products);
    const gtin = CANONICAL_HOST + path;
    const lot = encodeURIComponent(random.pick(LOT_NUMBERS));
    const prefix = random.pick(PREFIXES);
    const serial = `S${number}`;
    const draw = random.below(20);
    if (draw < 5) units.push({ ...code(`${path}/10/${lot}`, `urn:epc:class:lgtin:${urn}.${lot}`), kind: 'lot', gtin });
    else if (draw < 8) units.push({ ...code(`${path}/10/${lot}/21/${serial}`), kind: 'instance', gtin });
    else if (draw < 12)
      units.push({ ...code(`${path}/21/${serial}`, `urn:epc:id:sgtin:${urn}.${serial}`), kind: 'instance', gtin });
    else if (draw < 13) units.push({ ...code(path, `urn:epc:idpat:sgtin:${urn}.*`), kind: 'class', gtin });
    else if (draw < 16) units.push({ ...sscc(prefix, number), kind: 'container' });
    else if (draw < 18) units.push({ ...grai(prefix, number), kind: 'container' });
    else units.push({ ...giai(prefix, number), kind: 'asset' });
  }
  // Every world has a container, a lot and an instance, whatever the dice said.
  const { path, urn } = random.pick(products);
  const gtin = CANONICAL_HOST + path;
  units.push({ ...sscc(random.pick(PREFIXES), count + 1), kind: 'container' });
  units.push({ ...code(`${path}/10/A1`, `urn:epc:class:lgtin:${urn}.A1`), kind: 'lot', gtin });
  units.push({ ...code(`${path}/21/S0`, `urn:epc:id:sgtin:${urn}.S0`), kind: 'instance', gtin });
  const distinct = units.filter((unit, i) => units.findIndex((other) => other.canonical === unit.canonical) === i);
  return {
    units: distinct,
    parties: [1, 2, 3].map((number) => party('4012345', number)),
    places: [4, 5, 6].map((number) => place('0614141', number)),
    lotNumbers: LOT_NUMBERS,
  };
}
