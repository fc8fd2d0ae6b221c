/** The picture of a product is set, replaced and removed by whoever may change the product, and by no other organisation. */
import { hash } from 'node:crypto';
import { Problem } from '@suyuan/api';
import type { NewPicture, OwnPicture, Picture } from '@suyuan/api/pictures';
import type { Ctx } from '../../platform/ctx.ts';
import { findEntry } from '../catalogue/index.ts';
import { actingFor, mustBe, noteHere } from '../identity/index.ts';
import { picturePath } from './picture-path.ts';
import { readPicture } from './read-picture.ts';
import { deletePicture, type PictureRow, putPicture, selectOwn } from './store-pictures.ts';

const AS = { as: 'identity' } as const;

/** @throws Problem `resource.not-found` where the organisation has said nothing of the code */
export async function ownPicture(ctx: Ctx, asked: string): Promise<OwnPicture> {
  const { code } = await findEntry(ctx, asked);
  const row = await ctx.read((tx) => selectOwn(tx, code), AS);
  return { picture: row === undefined ? null : told(row) };
}

/** @throws Problem `picture.large`, `picture.unknown`, `picture.moving`, `picture.sides`, `picture.product`, `resource.not-found` */
export async function setPicture(ctx: Ctx, asked: string, given: NewPicture): Promise<OwnPicture> {
  const product = await productToChange(ctx, asked);
  const bytes = Buffer.from(given.bytes, 'base64');
  const read = readPicture(bytes);
  if (!read.ok) throw new Problem(`picture.${read.fault}`);
  const { no: orgNo } = actingFor(ctx.actor);
  const row = { ...read.head, digest: hash('sha256', bytes, 'buffer'), setAt: ctx.clock.now() };
  await ctx.write(async (tx) => {
    await putPicture(tx, { ...row, orgNo, product, bytes, by: ctx.actor.personId ?? null });
    await noteHere(tx, ctx, { kind: 'picture.set', detail: { code: product, digest: row.digest.toString('hex') } });
  }, AS);
  return { picture: told(row) };
}

/** @throws Problem `resource.not-found` where there is none */
export async function removePicture(ctx: Ctx, asked: string): Promise<void> {
  const product = await productToChange(ctx, asked);
  await ctx.write(async (tx) => {
    const digest = await deletePicture(tx, product);
    if (digest === undefined) throw new Problem('resource.not-found', { what: 'picture' });
    await noteHere(tx, ctx, { kind: 'picture.removed', detail: { code: product, digest: digest.toString('hex') } });
  }, AS);
}

/** The code that stands for it, as the organisation itself has said; of a merged one the kept one's. */
async function productToChange(ctx: Ctx, asked: string): Promise<string> {
  mustBe(ctx.actor, 'capture');
  const { code, kind } = await findEntry(ctx, asked);
  if (kind !== 'product') throw new Problem('picture.product', { code });
  return code;
}

function told({ digest, type, width, height, setAt }: PictureRow): Picture {
  return { href: picturePath(digest), type, width, height, setAt: setAt.toISOString() };
}
