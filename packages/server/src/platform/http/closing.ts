/** A server that closes ends what is under way and takes nothing new, also on connections that are open already. */
import { Problem } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';

/** Tells whoever asks meanwhile to come again, which a balancer takes to another node; Fastify closes the connection. */
export function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onRequest', async () => {
    if (isClosing) throw new Problem('server.busy');
  });
}
