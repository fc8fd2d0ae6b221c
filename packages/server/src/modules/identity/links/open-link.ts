/** What a link is for, told to whoever has it. */
import { type LinkBody, Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { hashToken } from '../credentials/token.ts';
import { countTry, forgetTry, triesOfLinks } from '../sessions/attempts.ts';
import { addressOf } from '../sessions/sign-in.ts';
import { type Link, lockLink } from './store-links.ts';

const AS = { as: 'identity' } as const;

/** @throws Problem `link.invalid`, `sign-in.blocked` */
export async function openLink(ctx: Ctx, token: string): Promise<LinkBody> {
  return linkBody(await tryLink(ctx, token));
}

/** The link of a token as it is now; a token that opens nothing counts as a try at it. @throws Problem */
export async function tryLink(ctx: Ctx, token: string): Promise<Link> {
  const tried = triesOfLinks(addressOf(ctx));
  await ctx.write((tx) => countTry(tx, tried), AS);
  return ctx.write(async (tx) => {
    const link = await linkInForce(tx, token);
    await forgetTry(tx, tried);
    return link;
  }, AS);
}

/** @throws Problem `link.invalid` */
export async function linkInForce(tx: Tx, token: string): Promise<Link> {
  const link = await lockLink(tx, hashToken(token));
  if (link === undefined) throw new Problem('link.invalid');
  return link;
}

function linkBody({ purpose, expiresAt, name, orgNo, orgName, orgCode, role, title, madeByName }: Link): LinkBody {
  return {
    purpose,
    expiresAt: expiresAt.toISOString(),
    ...(name === null ? {} : { name }),
    ...(orgNo === null ? {} : { organisation: { name: orgName, code: orgCode } }),
    ...(role === null ? {} : { role, title }),
    ...(madeByName === null ? {} : { invitedBy: madeByName }),
  };
}
