/** What a writer probably meant: the known names close to the one given. */

import { quoted } from '../findings.ts';
import type { Text } from '../model.ts';

/** Two slips of the pen; more makes another word of most names here. */
const DISTANCE_MAX = 2;
const SUGGESTIONS_MAX = 3;
/** No known name is longer; the effort of the comparison grows with the square. */
const NAME_CHARS_MAX = 64;

/** The names among `known` that `name` is a slip of, nearest first; at most three. */
export function suggestions(name: string, known: readonly string[]): readonly string[] {
  if (name.length > NAME_CHARS_MAX) return [];
  const wanted = folded(name);
  return known
    .map((candidate) => ({ candidate, distance: editDistance(wanted, folded(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.min(DISTANCE_MAX, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SUGGESTIONS_MAX)
    .map(({ candidate }) => candidate);
}

/** The suggestions as a sentence to stand inside a message; empty when there are none. */
export function didYouMean(name: string, known: readonly string[]): Text {
  const near = suggestions(name, known);
  if (near.length === 0) return { en: '', zh: '' };
  return { en: ` Did you mean ${near.map(quoted).join(' or ')}?`, zh: `是否想写 ${near.map(quoted).join(' 或 ')}？` };
}

/** `In-Transit`, `inTransit` and `in_transit` are one word to their writers. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
