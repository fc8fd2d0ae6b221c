/** `/pictures/{digest}`: a picture as everybody is shown it. */
import { Problem } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import type { Gate } from '../../platform/http/gate.ts';
import { pathOf } from '../../platform/http/problems.ts';
import { PICTURES_PATH } from './picture-path.ts';
import { selectBytes } from './store-pictures.ts';

export interface ShownPictureDeps {
  /** The public's. */
  readonly ctx: Pick<Ctx, 'read'>;
  /** Lets so many look-ups in at once. */
  readonly gate: Gate;
}

const DIGEST = /^[0-9a-f]{64}$/;

/**
 * An organisation's file is sent from the address of the pages: whatever else it may be, a browser takes it for a picture of its kind
 * (`nosniff` is on every answer), and what is opened by itself may do nothing. The address is of these bytes alone.
 */
const HEADERS = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/** For the scope of the public, whose pages tell what went wrong. */
export async function shownPictureRoutes(app: FastifyInstance, { ctx, gate }: ShownPictureDeps): Promise<void> {
  app.get<{ Params: { digest: string } }>(`${PICTURES_PATH}/:digest`, async (request, reply) => {
    const { digest } = request.params;
    const found = DIGEST.test(digest)
      ? await gate.pass(() => ctx.read((tx) => selectBytes(tx, Buffer.from(digest, 'hex')), { as: 'chain' }))
      : undefined;
    if (found === undefined) throw new Problem('route.not-found', { path: pathOf(request) });
    return reply.headers(HEADERS).type(found.type).send(found.bytes);
  });
}
