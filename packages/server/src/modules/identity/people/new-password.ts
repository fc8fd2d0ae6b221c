import { Problem } from '@suyuan/api';
import { hashPassword } from '../credentials/password.ts';
import { passwordFault } from '../credentials/password-fault.ts';

/** What is kept of a password that a person chose. @throws Problem `person.password-…` */
export async function newPassword(password: string, names: readonly (string | null | undefined)[]): Promise<string> {
  const fault = passwordFault(password, { names: names.filter((name) => name != null) });
  if (fault !== undefined) throw new Problem(`person.password-${fault}`);
  return hashPassword(password);
}
