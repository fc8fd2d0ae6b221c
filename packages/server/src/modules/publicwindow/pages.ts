import type { PageModel } from '@suyuan/api/public-page';

/** What draws the public window's pages. Whoever starts the server hands it in. */
export interface PublicPages {
  renderPage(model: PageModel): string;
  /** Headers that every page needs, lower case. */
  readonly PAGE_HEADERS: Readonly<Record<string, string>>;
  /** Folder of the browser's files, served under `/assets/`; their names change with their content. */
  readonly assetsDir: string;
}
