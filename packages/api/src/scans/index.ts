/** How often a code was looked up (查询次数), over `/v1/scans`: what the public page says beside its verdict. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';

export const CountScanSchema = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 2_000, description: 'As the page was asked for it' }),
    browser: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9_-]{22}$',
        description:
          'Sixteen random bytes (base64url) that a browser made for this code alone. Without them nothing is counted',
      }),
    ),
  },
  { additionalProperties: false },
);
export type CountScan = Frozen<Type.Static<typeof CountScanSchema>>;

export const ScansSchema = Type.Object({
  count: Type.Integer({
    minimum: 0,
    description: 'This one included. Always 0 of a code of which nothing is held, or which names no goods',
  }),
  firstTime: Type.Optional(Type.String({ format: 'date-time', description: 'To the minute' })),
  isDoubtful: Type.Optional(
    Type.Literal(true, {
      description: 'One thing that somebody buys, looked up by so many browsers that its code may have been copied',
    }),
  ),
});
export type Scans = Frozen<Type.Static<typeof ScansSchema>>;
