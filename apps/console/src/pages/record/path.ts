/** Addresses of recording. */
export const FORMS_PATH = '/v1/forms';
export const SHEETS_PATH = '/v1/sheets';
export const ARRIVALS_PATH = '/v1/arrivals';

export const formPath = ({ pack, stage }: { readonly pack: string; readonly stage: string }): string =>
  `${FORMS_PATH}/${encodeURIComponent(pack)}/${encodeURIComponent(stage)}`;

/** A new sheet of a stage; `arrival`: of goods that somebody sent; `goods`: of those of another sheet. */
export const newSheetPage = (
  { pack, stage }: { readonly pack: string; readonly stage: string },
  begun: Readonly<Record<string, string>> = {},
): string => {
  const search = new URLSearchParams(begun).toString();
  return `/record/new/${encodeURIComponent(pack)}/${encodeURIComponent(stage)}${search === '' ? '' : `?${search}`}`;
};

export const sheetPage = (id: string): string => `/record/${id}`;
