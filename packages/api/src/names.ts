/** The names that things go by, as master data brought them: what `GET /v1/codes/names` answers. */
import Type from 'typebox';

/** Codes of one question. With the longest GS1 codes they fill half of what a request line may have. */
export const NAMED_CODES_MAX = 50;

export const NamesAnswerSchema = Type.Object({
  names: Type.Array(
    Type.Object({
      code: Type.String({ description: 'As asked' }),
      name: Type.Object({ en: Type.String(), zh: Type.String() }),
    }),
    { description: 'Of those codes that have a name' },
  ),
});
export type NamesAnswer = Type.Static<typeof NamesAnswerSchema>;
