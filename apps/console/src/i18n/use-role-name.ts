import { rolesText } from './roles.ts';
import { useText } from './use-text.ts';

/** A role as an answer of `/v1` names it. */
export interface NamedRole {
  readonly role: string;
  /** What the organisation calls it, where it named it. */
  readonly title?: string | null | undefined;
}

/** A hook that gives the name of a role for a person: the organisation's own, else ours, else how programs call it. */
export function useRoleName(): (named: NamedRole) => string {
  const say = useText(rolesText);
  return ({ role, title }) => {
    if (title != null) return title;
    const key = `role.${role}`;
    return isRoleKey(key) ? say(key) : role;
  };
}

type RoleKey = Extract<keyof typeof rolesText.zh, `role.${string}`>;

function isRoleKey(key: string): key is RoleKey {
  return key.startsWith('role.') && Object.hasOwn(rolesText.zh, key);
}
