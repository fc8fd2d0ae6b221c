/** Of which elements the time of an event tells in a book: a day of harvest is that of a harvest, and not of each spraying before it. */
import type { Pack } from '@suyuan/profiles';

interface BookOf {
  readonly stages: readonly string[];
  readonly elements: readonly string[];
}

/**
 * Elements that the time of a record of a stage says nothing of: the pack asks for them, of other stages of the book alone.
 * A day that it asks for nowhere is that of every line.
 */
export function notByTime({ elements, requirements }: Pack, { stages, elements: columns }: BookOf) {
  const askedOf = new Map(
    columns
      .filter((column) => elements[column]?.at.includes('eventTime'))
      .map((column) => [
        column,
        requirements.flatMap(({ element, stage }) => (element === column && stages.includes(stage) ? [stage] : [])),
      ]),
  );
  return (element: string, stage: string): boolean => {
    const asked = askedOf.get(element) ?? [];
    return asked.length > 0 && !asked.includes(stage);
  };
}
