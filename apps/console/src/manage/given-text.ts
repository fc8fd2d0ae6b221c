/** What a person typed, without the space around it; null where nothing was. */
export function textOrNull(given: string | undefined): string | null {
  return given?.trim() || null;
}
