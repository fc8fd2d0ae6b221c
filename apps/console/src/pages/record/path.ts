/** Addresses of recording. */
export const FORMS_PATH = '/v1/forms';
export const SHEETS_PATH = '/v1/sheets';
export const ARRIVALS_PATH = '/v1/arrivals';

export const formPath = ({ pack, stage }: { readonly pack: string; readonly stage: string }): string =>
  `${FORMS_PATH}/${encodeURIComponent(pack)}/${encodeURIComponent(stage)}`;

/** A new sheet of a stage; of goods that somebody sent, with what is known of them. */
export const newSheetPage = (
  { pack, stage }: { readonly pack: string; readonly stage: string },
  arrival?: string,
): string =>
  `/record/new/${encodeURIComponent(pack)}/${encodeURIComponent(stage)}${arrival === undefined ? '' : `?${new URLSearchParams({ arrival })}`}`;

export const sheetPage = (id: string): string => `/record/${id}`;
