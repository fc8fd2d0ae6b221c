/** Somebody who is new here. */
import { Problem } from '@suyuan/api';
import type { Tx } from '../../../platform/db/index.ts';
import { type LoginName, readLoginName } from './login-name.ts';
import { newPassword } from './new-password.ts';
import { insertLoginName, insertPerson, type Person, setPassword } from './store-people.ts';

export interface NewPerson {
  readonly name: string;
  readonly loginName: string;
  readonly password: string;
}

/** What is kept of a new person, before a transaction is open: hashing takes its time. */
export interface ReadyPerson {
  readonly name: string;
  readonly loginName: LoginName;
  readonly phc: string;
}

/** @throws Problem `person.login-name`, `person.password-…`, `request.invalid` */
export async function readyPerson(
  { name, loginName, password }: NewPerson,
  around: readonly (string | null)[],
): Promise<ReadyPerson> {
  const trimmed = name.trim();
  if (trimmed === '') throw new Problem('request.invalid', { reason: 'name' });
  const read = readLoginName(loginName);
  if (read === undefined) throw new Problem('person.login-name');
  return { name: trimmed, loginName: read, phc: await newPassword(password, [trimmed, read.value, ...around]) };
}

/** @throws Problem `person.login-name-taken` */
export async function addPerson(tx: Tx, { name, loginName, phc }: ReadyPerson): Promise<Person> {
  const person = await insertPerson(tx, name);
  if (!(await insertLoginName(tx, person.id, loginName))) throw new Problem('person.login-name-taken');
  await setPassword(tx, person.id, phc);
  return person;
}
