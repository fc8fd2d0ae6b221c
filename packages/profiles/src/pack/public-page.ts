/** What a pack has everybody see of goods: groups of elements, and marks. */
import Type from 'typebox';
import { ELEMENT_ID, ExpressionSchema, IdSchema, Validity, WordsSchema } from './parts.ts';

const only = { additionalProperties: false } as const;
const ElementIdSchema = Type.String({ pattern: ELEMENT_ID });
const ITEMS_MAX = 2_000;

const PublicGroupSchema = Type.Object(
  {
    id: IdSchema,
    name: WordsSchema,
    elements: Type.Array(ElementIdSchema, { minItems: 1, maxItems: 60 }),
    latest: Type.Optional(
      Type.Array(ElementIdSchema, {
        maxItems: 60,
        description: 'Of which what was said last is told alone, whatever the stage; of others the last of each stage',
      }),
    ),
    licences: Type.Optional(Type.Array(IdSchema, { maxItems: 20 })),
    ...Validity,
  },
  only,
);

/** Something that a page may show. Asked of an event, and again with the newest of all that was said; then `event.time` is now. */
const MarkSchema = Type.Object({ id: IdSchema, name: WordsSchema, when: ExpressionSchema, ...Validity }, only);

export const PublicPageSchema = Type.Object(
  {
    groups: Type.Array(PublicGroupSchema, { maxItems: ITEMS_MAX }),
    marks: Type.Array(MarkSchema, { maxItems: ITEMS_MAX }),
  },
  only,
);
