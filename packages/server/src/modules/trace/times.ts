/** RFC 3339 in UTC with milliseconds. */
export function rfc3339(atMs: number): string {
  return new Date(atMs).toISOString();
}

/** The same under a name, for an answer; nothing where the time is unbounded or absent. */
export function timeField<Name extends string>(name: Name, atMs: number | undefined): { [Key in Name]?: string } {
  if (atMs === undefined || !Number.isFinite(atMs)) return {};
  const field: { [Key in Name]?: string } = {};
  field[name] = rfc3339(atMs);
  return field;
}
