/** Which providers people sign in by: named by the operator of the installation alone, since the server calls their addresses. */
import { randomUUID } from 'node:crypto';
import { type ChangeProvider, type MakeProvider, Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteHere } from '../audit/note-here.ts';
import { turnTo } from '../audit/store-occurrences.ts';
import type { Keyring } from '../credentials/keyring.ts';
import { actingFor, mustBe, mustHaveProven } from '../may.ts';
import { isForAnybody } from './admit.ts';
import type { FlowDeps } from './begin-flow.ts';
import type { OidcClient } from './oidc-client.ts';
import { insertProvider, lockProvider, numberOf, type Provider, updateProvider } from './store-providers.ts';

const AS = { as: 'identity' } as const;

function mustOperate({ actor, clock }: Ctx): void {
  mustBe(actor, 'operate');
  mustHaveProven(actor, clock.now());
}

/** Returns its id. @throws Problem `provider.issuer`, `provider.admit`, `organisation.not-yours`, `request.invalid` */
export async function makeProvider(ctx: Ctx, { oidc, keyring }: FlowDeps, wanted: MakeProvider): Promise<string> {
  mustOperate(ctx);
  const id = randomUUID();
  const { issuer, clientId, clientSecret, organisation, acrValues = null, admitRole = null } = wanted;
  checkIssuer(issuer, oidc);
  const name = readName(wanted.name);
  const secret = sealedSecret(keyring, id, clientSecret ?? null);
  await ctx.write(async (tx) => {
    const orgNo = organisation === undefined ? null : await numberOf(tx, organisation);
    if (orgNo === undefined) throw new Problem('organisation.not-yours', { id: organisation ?? '' });
    await checkAdmission(tx, ctx, { orgNo, admitRole });
    await insertProvider(tx, { id, orgNo, name, issuer, clientId, acrValues, admitRole, ...secret });
    await noteHere(tx, ctx, {
      kind: 'provider.made',
      about: id,
      detail: { name, issuer, clientId, acrValues, admitRole, organisation: organisation ?? null },
    });
  }, AS);
  return id;
}

/** What is not given stays as it is. @throws Problem `resource.not-found`, `provider.admit`, `request.invalid` */
export async function changeProvider(
  ctx: Ctx,
  keyring: Keyring,
  { id, change }: { readonly id: string; readonly change: ChangeProvider },
): Promise<void> {
  mustOperate(ctx);
  const { clientSecret, enabled, name, ...rest } = change;
  const secret = clientSecret === undefined ? {} : sealedSecret(keyring, id, clientSecret);
  await ctx.write(async (tx) => {
    const before = await lockProvider(tx, id);
    if (before === undefined) throw new Problem('resource.not-found', { what: id });
    const disabledAt =
      enabled === undefined ? before.disabledAt : enabled ? null : (before.disabledAt ?? ctx.clock.now());
    const after = {
      ...before,
      ...rest,
      ...secret,
      disabledAt,
      name: name === undefined ? before.name : readName(name),
    };
    await checkAdmission(tx, ctx, after);
    await updateProvider(tx, after);
    const isEnded = before.disabledAt === null && disabledAt !== null;
    await noteHere(tx, ctx, {
      kind: isEnded ? 'provider.ended' : 'provider.changed',
      about: id,
      detail: { what: Object.keys(change), clientId: after.clientId, admitRole: after.admitRole },
    });
  }, AS);
}

/** An address that the client calls, without parameters (OpenID Connect Discovery §3). */
function checkIssuer(issuer: string, oidc: OidcClient): void {
  const url = URL.parse(issuer);
  const isBare = url?.search === '' && url.hash === '' && url.username === '' && url.password === '';
  if (!isBare || !oidc.mayCall(issuer)) throw new Problem('provider.issuer');
}

function readName(given: string): string {
  const name = given.trim();
  if (name === '') throw new Problem('request.invalid', { reason: 'name' });
  return name;
}

/** Nobody is let in by a provider to manage something, nor into an organisation that is not the provider's. */
async function checkAdmission(
  tx: Tx,
  ctx: Ctx,
  { orgNo, admitRole }: Pick<Provider, 'orgNo' | 'admitRole'>,
): Promise<void> {
  if (admitRole === null) return;
  if (orgNo === null) throw new Problem('provider.admit');
  await turnTo(tx, orgNo);
  if (!(await isForAnybody(tx, admitRole))) throw new Problem('provider.admit');
  await turnTo(tx, actingFor(ctx.actor).no);
}

function sealedSecret(keyring: Keyring, id: string, secret: string | null): Pick<Provider, 'sealed' | 'keyNo'> {
  return secret === null ? { sealed: null, keyNo: null } : keyring.seal(Buffer.from(secret), id);
}
