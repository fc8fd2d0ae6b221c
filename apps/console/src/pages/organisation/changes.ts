import type { OrganisationBody } from '@suyuan/api';

/** What the form holds: an empty text is none. */
export interface OrganisationFields extends Pick<OrganisationBody, 'kind' | 'categories' | 'secondFactor'> {
  readonly name: string;
  readonly code: string;
  readonly region: string;
}

/** What is different from before, and nothing else: the log names what was changed. */
export function changesOf(before: OrganisationBody, given: OrganisationFields): Partial<OrganisationBody> {
  const after: Partial<OrganisationBody> = {
    name: given.name.trim(),
    code: given.code.trim() || null,
    region: given.region.trim() || null,
    kind: given.kind,
    categories: [...new Set(given.categories.map((category) => category.trim()).filter((category) => category !== ''))],
    secondFactor: given.secondFactor,
  };
  const was = new Map<string, unknown>(Object.entries(before));
  const isNew = ([name, value]: [string, unknown]): boolean => JSON.stringify(was.get(name)) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(after).filter(isNew));
}
