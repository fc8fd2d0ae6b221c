/** What is published of category packs, over `/v1/standards`. */
import Type from 'typebox';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });

export const PackListSchema = Type.Object({
  packs: Type.Array(
    Type.Object({
      id: Type.String(),
      version: Type.String(),
      name: Words,
      categories: Type.Array(Type.String(), { description: 'Of organisations and goods that it is for' }),
      stages: Type.Integer(),
      elements: Type.Integer(),
      rules: Type.Integer(),
      clocks: Type.Integer(),
      ledgers: Type.Integer(),
      digest: Type.String({ description: 'SHA-256 of the pack as it is answered, in hexadecimal' }),
    }),
  ),
});
export type PackList = Type.Static<typeof PackListSchema>;
