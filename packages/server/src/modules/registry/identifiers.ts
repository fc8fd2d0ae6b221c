/** What a thing is called by beside its code: attributes of its master data, `urn:suyuan:identifier:` and a scheme. */
import { canonical, schemeOf } from '@suyuan/codes';

export interface Identifier {
  /** Of the codes (`cn-elevator`, `gs1`), or a word such as `maker-number`. */
  readonly scheme: string;
  readonly value: string;
}

const PREFIX = 'urn:suyuan:identifier:';
/** Many times what a lift has. A document may say more; the rest is kept and finds nothing. */
const IDENTIFIERS_MAX = 50;
/** Longer than any code of a scheme; an index takes some 2,700 bytes. */
const LENGTH_MAX = 256;
const SCHEME = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** The full name of the attribute that says an identifier of this scheme. */
export function identifierAttribute(scheme: string): string {
  return PREFIX + scheme;
}

/** Those that attributes by their full names say, in their order. */
export function identifiersIn(attributes: Readonly<Record<string, unknown>>): Identifier[] {
  return Object.entries(attributes)
    .filter(([name]) => isIdentifier(name))
    .flatMap(([name, said]) => [said].flat().map((value) => ({ scheme: name.slice(PREFIX.length), value })))
    .filter((each): each is Identifier => isUsable(each.value))
    .slice(0, IDENTIFIERS_MAX);
}

export function isIdentifier(name: string): boolean {
  return name.startsWith(PREFIX) && SCHEME.test(name.slice(PREFIX.length));
}

/** The texts of PostgreSQL hold no U+0000 and no half characters. */
function isUsable(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= LENGTH_MAX &&
    value.isWellFormed() &&
    !value.includes('\0')
  );
}

/** Each spelling under which somebody may ask: as it is read off a plate, and as its scheme has it. */
export function spellingsOf(identifiers: readonly Identifier[]): Identifier[] {
  const spelled = identifiers.flatMap(({ scheme, value }) => [
    { scheme, value: asRead(value) },
    { scheme, value: asWritten({ scheme, value }) },
  ]);
  return [...new Map(spelled.map((each) => [`${each.scheme} ${each.value}`, each])).values()];
}

/** The code of its scheme in its one spelling. */
export function asWritten({ scheme, value }: Identifier): string {
  return canonical(schemeOf(scheme) === undefined ? value : `${scheme}:${value}`);
}

/** Wide and narrow, large and small are one to whoever reads a plate. */
export function asRead(value: string): string {
  return value.normalize('NFKC').trim().toUpperCase();
}
