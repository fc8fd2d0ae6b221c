/** What a person has beside what it knows: a device that shows codes, or a list of codes on paper. */
import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { notePerson } from '../audit/note-person.ts';
import type { Keyring } from '../credentials/keyring.ts';
import { hashRecoveryCode, newRecoveryCodes } from '../credentials/recovery-codes.ts';
import { hashToken, newToken } from '../credentials/token.ts';
import { clockAdvice, matchingStep, newTotpSecret } from '../credentials/totp.ts';
import { countTry, forgetTry, triesOfFactor } from './attempts.ts';
import {
  confirmTotp,
  countRecoveryCodes,
  deleteTotp,
  insertRecoveryCodes,
  insertTotp,
  selectTotp,
  takeRecoveryCode,
  takeStep,
} from './store-factors.ts';
import { demandsOn, endSessions, renewSession } from './store-sessions.ts';

const AS = { as: 'identity' } as const;

/** By what a code was right, as RFC 8176 says it; a code on paper counts as possession too. */
type Method = 'otp';

/**
 * Whether a code is the person's, now and for the first time. Counts the try before it looks.
 * @throws Problem `sign-in.factor-wrong` (with what its clock seems to be), `sign-in.blocked`
 */
export async function checkFactor(
  ctx: Ctx,
  keyring: Keyring,
  { personId, code }: { readonly personId: string; readonly code: string },
): Promise<Method> {
  const tried = triesOfFactor(personId);
  await ctx.write((tx) => countTry(tx, tried), AS);
  const wrong = await ctx.write(async (tx) => {
    const fault = await takeCode(tx, { ctx, keyring, personId, code });
    if (fault === undefined) await forgetTry(tx, tried);
    else await notePerson(tx, ctx, { kind: 'sign-in.factor-failed', personId });
    return fault;
  }, AS);
  if (wrong !== undefined) throw wrong;
  return 'otp';
}

interface Given {
  readonly ctx: Ctx;
  readonly keyring: Keyring;
  readonly personId: string;
  readonly code: string;
}

/** Undefined where the code is good; it is used up then. */
async function takeCode(tx: Tx, { ctx, keyring, personId, code }: Given): Promise<Problem | undefined> {
  const typed = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(typed)) {
    const hash = hashRecoveryCode(code);
    if (hash === undefined || !(await takeRecoveryCode(tx, personId, hash))) return new Problem('sign-in.factor-wrong');
    const left = await countRecoveryCodes(tx, personId);
    await notePerson(tx, ctx, { kind: 'person.code-used', personId, detail: { left } });
    return undefined;
  }
  const totp = await selectTotp(tx, personId);
  if (totp?.confirmedAt == null) return new Problem('sign-in.factor-wrong');
  const secret = keyring.unseal(totp, personId);
  const step = matchingStep(secret, typed, ctx.clock.now());
  if (step === undefined) return new Problem('sign-in.factor-wrong');
  // Of many at once that bring the same code, one.
  return (await takeStep(tx, personId, step)) ? undefined : new Problem('sign-in.factor-used');
}

/** A secret for the person's device, in force when its first code is brought. One that is in force is not touched. */
export async function beginTotp(ctx: Ctx, keyring: Keyring, personId: string): Promise<Buffer> {
  const secret = newTotpSecret();
  await ctx.write(async (tx) => {
    if ((await selectTotp(tx, personId))?.confirmedAt != null) throw new Problem('person.has-factor');
    await insertTotp(tx, personId, keyring.seal(secret, personId));
  }, AS);
  return secret;
}

export interface Enrolled {
  readonly recoveryCodes: readonly string[];
  /** Of the session from here on. */
  readonly token: string;
}

/** The first code of the device: the factor is in force, other sessions end, and there are codes for the day it is lost. */
export async function confirmFactor(
  ctx: Ctx,
  keyring: Keyring,
  { personId, sessionId, code }: Omit<Given, 'ctx' | 'keyring'> & { readonly sessionId: string },
): Promise<Enrolled> {
  const tried = triesOfFactor(personId);
  await ctx.write((tx) => countTry(tx, tried), AS);
  return ctx.write(async (tx) => {
    const totp = await selectTotp(tx, personId);
    if (totp === undefined) throw new Problem('person.no-factor');
    if (totp.confirmedAt !== null) throw new Problem('person.has-factor');
    const typed = code.replace(/\s/g, '');
    const secret = keyring.unseal(totp, personId);
    const step = matchingStep(secret, typed, ctx.clock.now());
    if (step === undefined) {
      // Told here alone: whoever guesses at a sign-in would learn that a code is going to be right.
      const clock = clockAdvice(secret, typed, ctx.clock.now());
      throw new Problem(clock === undefined ? 'sign-in.factor-wrong' : `sign-in.factor-${clock}`);
    }
    await confirmTotp(tx, personId, step);
    await forgetTry(tx, tried);
    const recoveryCodes = await makeCodes(tx, personId);
    const token = newToken();
    await renewSession(tx, sessionId, { hash: hashToken(token), stage: 'full', proven: ['otp'] });
    await endSessions(tx, personId, sessionId);
    await notePerson(tx, ctx, { kind: 'person.factor-set', personId, sessionId });
    return { recoveryCodes, token };
  }, AS);
}

/** New codes in the place of all before. */
export async function renewCodes(ctx: Ctx, personId: string): Promise<readonly string[]> {
  return ctx.write(async (tx) => {
    const codes = await makeCodes(tx, personId);
    await notePerson(tx, ctx, { kind: 'person.codes-made', personId });
    return codes;
  }, AS);
}

async function makeCodes(tx: Tx, personId: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map(hashRecoveryCode).filter((hash) => hash !== undefined);
  await insertRecoveryCodes(tx, personId, hashes);
  return codes;
}

/** Without a second factor from here on; a new one can be set up. */
export async function removeFactor(ctx: Ctx, personId: string): Promise<void> {
  await ctx.write(async (tx) => {
    if ((await demandsOn(tx, personId)).mustHaveFactor) throw new Problem('person.factor-required');
    await deleteTotp(tx, personId);
    await endSessions(tx, personId, ctx.actor.session?.id);
    await notePerson(tx, ctx, { kind: 'person.factor-removed', personId });
  }, AS);
}
