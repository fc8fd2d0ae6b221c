/** The code of a thing, as its kind tells what it may be. */
import { type EntryKind, OWN_IDENTIFIERS } from '@suyuan/api';
import { type CodeReading, keysToAsk, readCode, schemeOf } from '@suyuan/codes';
import type { Finding } from '@suyuan/epcis';
import { KINDS } from './kinds.ts';
import { finding } from './rules.ts';

type Read = { readonly ok: true; readonly code: string } | { readonly ok: false; readonly fault: Finding };

const LINK = 'https://id.gs1.org/';
const URI = /^[a-z][a-z0-9+.-]*:\S+$/i;
const refuse = (fault: Finding): Read => ({ ok: false, fault });

/** The canonical code of a thing of this kind: of a bare text that may be several, the one that the kind allows. */
export function readEntryCode(text: string, kind: EntryKind, pointer: string): Read {
  const { names, title } = KINDS[kind];
  const own = readCode(text);
  const fits = [own, ...keysToAsk(text).map(readCode)].find((each) => each.wellFormed && names.includes(each.names));
  if (fits !== undefined) return { ok: true, code: fits.canonical };
  if (!own.wellFormed) return refuse(broken(own, text, pointer));
  const meant = meantNumber(text, kind);
  if (meant?.wellFormed === false) return refuse(broken(meant, text, pointer));
  // Nothing says that it is another thing.
  if (own.names === 'unknown') return readAny(text, pointer);
  return refuse(finding('registry.code-kind', pointer, { value: text, found: own.name, kind: title }));
}

/** A bare number that no scheme reads is most often a GTIN or GLN with a digit wrong. */
function meantNumber(text: string, kind: EntryKind): CodeReading | undefined {
  if (kind === 'product' && /^(\d{8}|\d{12,14})$/.test(text)) return readCode(`${LINK}01/${text.padStart(14, '0')}`);
  if (kind === 'party' && /^\d{13}$/.test(text)) return readCode(`${LINK}417/${text}`);
  return kind === 'site' && /^\d{13}$/.test(text) ? readCode(`${LINK}414/${text}`) : undefined;
}

/** The canonical code of whatever it is. */
export function readAny(text: string, pointer: string): Read {
  const reading = readCode(text);
  if (!reading.wellFormed) return refuse(broken(reading, text, pointer));
  if (reading.scheme === 'unknown' && !URI.test(text))
    return refuse(finding('registry.code-unknown', pointer, { value: text }));
  return { ok: true, code: reading.canonical };
}

/** What is wrong with an identifier of this scheme; undefined where it is one. */
export function identifierFault(scheme: string, value: string, pointer: string): Finding | undefined {
  if (Object.hasOwn(OWN_IDENTIFIERS, scheme)) return undefined;
  const isOfGs1 = scheme === 'gs1';
  if (!isOfGs1 && schemeOf(scheme) === undefined)
    return finding('registry.identifier-scheme', `${pointer}/scheme`, { value: scheme });
  const reading = readCode(isOfGs1 ? value : `${scheme}:${value}`);
  if (!reading.wellFormed) return broken(reading, value, `${pointer}/value`);
  if (reading.scheme === scheme || (isOfGs1 && reading.scheme === 'epc')) return undefined;
  const reason = { zh: `这不是 ${scheme} 的编码`, en: `This is no code of ${scheme}` };
  return finding('registry.code', `${pointer}/value`, { value, reason });
}

function broken({ refusal }: CodeReading, value: string, pointer: string): Finding {
  const reason = refusal?.message ?? { zh: '编码有误', en: 'The code is not well-formed' };
  return finding('registry.code', pointer, { value, reason });
}
