/** What a role may give, in the order in which people read it: `RightSchema` of `@suyuan/api`. */
export const RIGHTS = [
  'query',
  'trace',
  'capture',
  'draft',
  'release',
  'audit',
  'supervise',
  'manage',
  'own',
  'operate',
] as const;
export type Right = (typeof RIGHTS)[number];

/** The roles that every organisation has, and that none changes. */
const GIVEN_ROLES = ['owner', 'administrator', 'recorder', 'drafter', 'releaser', 'auditor', 'viewer'] as const;
type GivenRole = (typeof GIVEN_ROLES)[number];

export function isRight(text: string): text is Right {
  return RIGHTS.some((right) => right === text);
}

export function isGivenRole(name: string): name is GivenRole {
  return GIVEN_ROLES.some((given) => given === name);
}
