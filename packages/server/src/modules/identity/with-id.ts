import Type from 'typebox';

/** Path parameters of what is named by its UUID. */
export const WithIdSchema = Type.Object({ id: Type.String({ format: 'uuid' }) });
