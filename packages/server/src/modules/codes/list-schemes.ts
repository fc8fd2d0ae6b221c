/** The schemes that are read: the answer of `/v1/codes/schemes`. Pure. */
import type { SchemeList } from '@suyuan/api';
import { type Field, GS1_SCHEMES, SCHEMES } from '@suyuan/codes';

/** Every scheme that is read, as data. */
export function listSchemes(): SchemeList {
  const others = SCHEMES.map(({ id, name, names, standard, source, effectiveFrom, confidence, rules }) => ({
    id,
    name,
    names,
    standard,
    source,
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    confidence,
    fields: rules.fields.map((field: Field) => ({ ...field })),
  }));
  const gs1 = GS1_SCHEMES.map(({ id, name, names, standard }) => ({
    id: `gs1/${id}`,
    name,
    names,
    standard,
    confidence: 'sourced',
    fields: [],
  }));
  return { schemes: [...gs1, ...others] };
}
