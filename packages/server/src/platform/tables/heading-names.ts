/** Which columns one heading names: one, or two in `生产日期/批号`. */
import type { ColumnSpec } from './column-spec.ts';
import { plainWord, withoutBrackets } from './plain-words.ts';

/** By its plain word. */
export type KnownNames = ReadonlyMap<string, string>;

export interface HeadingPart {
  readonly separator: string;
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** A name of two columns is that of the first. */
export function knownNames(columns: readonly ColumnSpec[]): KnownNames {
  const names = new Map<string, string>();
  for (const { id, names: own } of columns) {
    for (const name of own) {
      const plain = plainWord(name);
      if (!names.has(plain)) names.set(plain, id);
    }
  }
  return names;
}

/** The id of the column of a name; a name with a unit in brackets may be known with it. */
export function idOf(text: string, names: KnownNames): string | undefined {
  return names.get(plainWord(text)) ?? names.get(plainWord(withoutBrackets(text)));
}

const SEPARATORS = ['/', '／', '║', '‖', '|', '｜', '丨', '\\', '、', '\n', '+', '&', '和', '及'];

/** None where the name is not known. */
export function readHeading(
  text: string,
  names: KnownNames,
): readonly { readonly id: string; readonly part?: HeadingPart }[] {
  const whole = idOf(text, names);
  if (whole !== undefined) return [{ id: whole }];
  for (const separator of SEPARATORS) {
    const words = text.split(separator);
    const ids = words.map((word) => idOf(word, names));
    if (words.length < 2 || new Set(ids).size < ids.length) continue;
    const known = ids.filter((id) => id !== undefined);
    if (known.length < ids.length) continue;
    return known.map((id, index) => ({ id, part: { separator, index, count: known.length } }));
  }
  return [];
}
