import type { Code, Language } from '@suyuan/api/public-page';

/** As it stands on goods and papers. */
export function writtenOf({ written, given }: Code): string {
  return written ?? given;
}

/** What a number alone does not say: which kind of number it is. GS1's say it in brackets. */
export function kindOf({ scheme, schemeName, canonical }: Code, lang: Language): string | undefined {
  return scheme === 'gs1' || scheme === 'unknown' || canonical === undefined ? undefined : schemeName?.[lang];
}

/** The number with the name of its kind, as one says it. */
export function saidOf(code: Code, lang: Language): string {
  const kind = kindOf(code, lang);
  return kind === undefined ? writtenOf(code) : `${kind} ${writtenOf(code)}`;
}
