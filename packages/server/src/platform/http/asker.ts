/** Who asks, as far as that is known: for the line of the log that tells of a right that was refused, and no other. */
export interface Asker {
  /** UUIDs. */
  readonly person?: string | undefined;
  readonly key?: string | undefined;
  readonly org?: string | undefined;
  readonly via?: string | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    asker?: Asker | undefined;
  }
}
