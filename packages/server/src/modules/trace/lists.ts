/** The lists of an answer, in their order. */
export const LISTS = ['units', 'events', 'links', 'custody', 'anomalies'] as const;
export type ListName = (typeof LISTS)[number];
