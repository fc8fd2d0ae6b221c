/** The value of an attribute, which documents may bring in any form, as one line. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(' · ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
