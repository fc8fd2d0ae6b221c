/** Addresses of recording. */
export const FORMS_PATH = '/v1/forms';
export const SHEETS_PATH = '/v1/sheets';

/** A new sheet of a stage. */
export const newSheetPage = ({ pack, stage }: { readonly pack: string; readonly stage: string }): string =>
  `/record/new/${encodeURIComponent(pack)}/${encodeURIComponent(stage)}`;

export const sheetPage = (id: string): string => `/record/${id}`;
