/** Addresses of the pages of a pack; English is asked for by each, Chinese where the browser prefers it. */
import type { Language, PackVersionRow } from '@suyuan/api/public-page';

/** The version in force has the address of the pack. */
export function versionPath(id: string, { version, state }: PackVersionRow, lang: Language): string {
  const path = `/standards/${encodeURIComponent(id)}`;
  const own = state === 'in-force' ? path : `${path}/versions/${encodeURIComponent(version)}`;
  return lang === 'en' ? `${own}?lang=en` : own;
}

export interface Pair {
  readonly version: string;
  readonly before: string;
}

export function differencesPath(id: string, { version, before }: Pair, lang: Language): string {
  const query = new URLSearchParams({ before, version, ...(lang === 'en' ? { lang } : {}) });
  return `/standards/${encodeURIComponent(id)}/differences?${query}`;
}
