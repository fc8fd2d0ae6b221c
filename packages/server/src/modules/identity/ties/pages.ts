/** What lists of organisations are asked with. */
import Type from 'typebox';

const PAGE = 50;

export const PageSchema = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a name or code' })),
  perPage: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: '1 to 500' })),
  cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,10}$' })),
});
export type PageWanted = Type.Static<typeof PageSchema>;

export function pageOf({ q, perPage, cursor }: PageWanted): {
  readonly count: number;
  readonly lookedFor: string | undefined;
  readonly after: string | null;
} {
  return {
    count: perPage === undefined ? PAGE : Number(perPage),
    lookedFor: q?.trim() || undefined,
    after: cursor ?? null,
  };
}

/** For `ilike`: the text anywhere, its own marks as they are. */
export function likePattern(text: string | undefined): string | null {
  return text === undefined ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
