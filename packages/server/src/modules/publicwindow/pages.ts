import { ensureBuilt } from '@suyuan/public';

/** The drawn pages: `apps/public` as built. */
export type PublicPages = Awaited<ReturnType<typeof ensureBuilt>>;

/** Loads the pages, built before where their sources changed. */
export function loadPages(): Promise<PublicPages> {
  return ensureBuilt();
}
