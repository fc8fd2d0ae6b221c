/** Which entries are one thing, and which are not: said of an entry like anything else, as attributes. Pure. */

/** The canonical code of the entry that is kept in the place of this one. */
export const SAME_AS = 'urn:suyuan:mda:sameAs';
/** Codes that somebody looked at, and that are other things. */
export const DIFFERENT_FROM = 'urn:suyuan:mda:differentFrom';

/** From a merged entry to the one that is kept. People merge two or three times; documents may say circles. */
export const STEPS_MAX = 8;

type Attributes = Readonly<Record<string, unknown>>;

export function isMergeWord(name: string): boolean {
  return name === SAME_AS || name === DIFFERENT_FROM;
}

/** Undefined where the entry stands for itself. */
export function keptIn(attributes: Attributes): string | undefined {
  const said = attributes[SAME_AS];
  return typeof said === 'string' && said !== '' ? said : undefined;
}

export function differentIn(attributes: Attributes): string[] {
  return [attributes[DIFFERENT_FROM] ?? []].flat().filter((code) => typeof code === 'string');
}

/** From each code all that it leads to, the kept one last; none from what is in a circle or leads too far. */
export function leadsTo(code: string, keptOf: (code: string) => string | undefined): string[] {
  const steps: string[] = [];
  for (let next = keptOf(code); next !== undefined; next = keptOf(next)) {
    if (next === code || steps.includes(next) || steps.length === STEPS_MAX) return [];
    steps.push(next);
  }
  return steps;
}
