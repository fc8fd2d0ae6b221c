/** Shutting people out: what whoever has the machine may do at once, whatever organisations say. */
import type { Ctx } from '../../../platform/ctx.ts';
import { notePerson } from '../audit/note-person.ts';
import { endAllSessions, endSessions } from '../sessions/store-sessions.ts';
import { readLoginName } from './login-name.ts';
import { findAnyByLoginName, setDisabled } from './store-people.ts';

/**
 * From the next request on the person signs in no more, and none of its sessions opens anything; or it signs in again. What it
 * recorded stays, and so do the keys that it made, which are the organisation's. False where nobody has the login name.
 */
export async function disableHere(ctx: Ctx, loginName: string, isDisabled: boolean): Promise<boolean> {
  const read = readLoginName(loginName);
  if (read === undefined) return false;
  return ctx.write(async (tx) => {
    const id = await findAnyByLoginName(tx, read.value);
    if (id === undefined) return false;
    await setDisabled(tx, id, isDisabled);
    if (isDisabled) await endSessions(tx, id);
    const kind = isDisabled ? 'person.disabled' : 'person.enabled';
    await notePerson(tx, ctx, {
      kind,
      about: id,
      detail: { by: `suyuan person ${isDisabled ? 'disable' : 'enable'}` },
    });
    return true;
  });
}

/** Ends every session of a person, or of everybody: they sign in anew. How many; undefined where nobody has the login name. */
export async function endSessionsHere(ctx: Ctx, loginName: string | undefined): Promise<number | undefined> {
  const read = loginName === undefined ? undefined : readLoginName(loginName);
  if (loginName !== undefined && read === undefined) return undefined;
  return ctx.write(async (tx) => {
    const id = read === undefined ? undefined : await findAnyByLoginName(tx, read.value);
    if (read !== undefined && id === undefined) return undefined;
    const count = id === undefined ? await endAllSessions(tx) : await endSessions(tx, id);
    const detail = { by: 'suyuan person sign-out', count };
    await notePerson(tx, ctx, { kind: 'session.ended', ...(id === undefined ? {} : { about: id }), detail });
    return count;
  });
}
