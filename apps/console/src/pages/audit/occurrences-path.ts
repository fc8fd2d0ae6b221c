/** What is wanted of what happened: days as a calendar has them, `2026-03-01`; empty where any. */
export interface Wanted {
  readonly group: string;
  readonly from: string;
  readonly to: string;
}

/** The address to ask at: whole days of whoever looks, the last one included. */
export function occurrencesPath({ group, from, to }: Wanted, cursor: string | undefined): string {
  const query = new URLSearchParams();
  if (group !== 'all') query.set('group', group);
  if (from !== '') query.set('from', startOf(from, 0));
  if (to !== '') query.set('to', startOf(to, 1));
  if (cursor !== undefined) query.set('cursor', cursor);
  const text = query.toString();
  return text === '' ? '/v1/occurrences' : `/v1/occurrences?${text}`;
}

/** Midnight at which a day begins here, or one so many days later, RFC 3339. */
function startOf(day: string, daysLater: number): string {
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + daysLater);
  return start.toISOString();
}
