/** Members of a JSON object, and how the standard writes what they hold. */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD writes a reference as a string or as an object with `id`; EPCIS 2.0 JSON uses both. */
export function idOf(value: unknown): string | undefined {
  return isFields(value) ? text(value.id) : text(value);
}

/** A text that says something, without the space around it. */
export function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** A number as it counts: minus nothing is nothing. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value + 0 : undefined;
}

export function fieldsIn(list: unknown): readonly Fields[] {
  return Array.isArray(list) ? list.filter(isFields) : [];
}
