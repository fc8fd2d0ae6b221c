import { rightsText } from '../i18n/rights.ts';
import { useText } from '../i18n/use-text.ts';
import { isGivenRole } from './rights.ts';

/** A hook that names a role: as the organisation calls it, else as it is called here. */
export function useRoleTitle(): (role: { readonly name: string; readonly title: string | null }) => string {
  const say = useText(rightsText);
  return ({ name, title }) => (isGivenRole(name) ? say(`role.${name}`) : (title ?? name));
}
