/** Addresses of labels. */
export const LABELS_PATH = '/v1/labels';
export const LAYOUTS_PATH = `${LABELS_PATH}/layouts`;
export const RUNS_PATH = `${LABELS_PATH}/runs`;

export const runPage = (id: string): string => `/labels/${id}`;

/** The label of a sheet that was recorded. */
export const labelOfSheet = (layout: string, sheet: string): string =>
  `/labels?${new URLSearchParams({ layout, sheet })}`;
