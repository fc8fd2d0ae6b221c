/** What of a record a partner contradicts. */
export const DISPUTE_SUBJECTS = ['received', 'shipped', 'quantity', 'time', 'goods', 'party', 'other'] as const;
export type DisputeSubject = (typeof DISPUTE_SUBJECTS)[number];
