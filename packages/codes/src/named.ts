/**
 * Codes behind the name of their scheme, `cn-drug:81234560000000000017`: the form under which a code of any scheme but
 * GS1's is known. It says itself what it is, so that no weight and no scheme that is added later changes a key.
 */
import { parseSpelled } from './gs1/spelled.ts';
import { decodeSegment } from './gs1/value.ts';
import type { Parsed } from './parsed.ts';
import type { CodeParts, Scheme } from './scheme.ts';
import { schemeOf } from './schemes.ts';

/** A code behind the name of its scheme; a percent sign of its own is escaped, as it would begin an escape there. */
export function named(id: string, code: string): string {
  return `${id}:${code.includes('%') ? code.replaceAll('%', '%25') : code}`;
}

/**
 * The canonical form of a scheme's code: behind its name, save where its own spelling is a URI that names it already
 * (`urn:oid:1.2.156.1`, `hdl:88.118.8/x`, `https://2dcode.org/690123`) and is no link of GS1 besides.
 * @param code as the scheme folds it
 */
export function schemeForm({ id, rules }: Scheme, code: string): string {
  return rules.isUri === true && parseSpelled(code) === undefined ? code : named(id, code);
}

/** A text that names its scheme. */
export interface NamedCode {
  readonly scheme: Scheme;
  /** What stands behind the name, its escapes resolved. */
  readonly code: string;
  readonly read: Parsed<CodeParts>;
}

/** A text that names its scheme, `cn-elevator:301234`; undefined where it names none. */
export function readNamed(text: string): NamedCode | undefined {
  const label = nameOf(text);
  const scheme = label === undefined ? undefined : schemeOf(label);
  if (label === undefined || scheme === undefined) return undefined;
  const given = text.slice(label.length + 1);
  // Events hold URIs, in which other than ASCII is escaped.
  const plain = decodeSegment(given) ?? given;
  const read = scheme.parse(plain);
  return read.ok || plain === given
    ? { scheme, code: plain, read }
    : { scheme, code: given, read: scheme.parse(given) };
}

/** What stands before the colon, in small letters, where it may be the name of a scheme. */
export function nameOf(text: string): string | undefined {
  return /^[a-z][a-z0-9-]{2,40}(?=[:=])/i.exec(text)?.[0].toLowerCase();
}
