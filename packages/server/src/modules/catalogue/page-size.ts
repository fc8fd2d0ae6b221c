/** How many things a page has. */
import Type from 'typebox';

export const PAGE = 50;

export const LimitSchema = Type.Optional(
  Type.String({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: '1 to 500' }),
);
