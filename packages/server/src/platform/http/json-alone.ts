import type { FastifyInstance } from 'fastify';

/** Has a scope take JSON alone, up to so many bytes: a form of another site cannot send that without being asked about first. */
export function acceptJsonAlone(app: FastifyInstance, bytesMax: number): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: bytesMax },
    app.getDefaultJsonParser('error', 'error'),
  );
}
