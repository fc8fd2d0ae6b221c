/** Sites, licences and codes of an organisation: `/v1/sites`, `/v1/licences`, `/v1/holdings`. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { RegionSchema } from './kind.ts';
import { IdSchema, TimeSchema } from './session.ts';

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const optional = (maxLength: number) => Type.Optional(orNull(text(maxLength)));
const DaySchema = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });

const SiteKindSchema = Type.Enum([
  'farm',
  'factory',
  'warehouse',
  'shop',
  'laboratory',
  'office',
  'equipment',
  'other',
]);

export const NewSiteSchema = Type.Object(
  {
    name: text(200),
    kind: SiteKindSchema,
    code: Type.Optional(
      orNull(Type.String({ minLength: 1, maxLength: 200, description: 'A GLN, or another code of a place' })),
    ),
    region: Type.Optional(orNull(RegionSchema)),
    placeCode: Type.Optional(
      orNull(Type.String({ pattern: '^\\d{9}(\\d{3})?$', description: '统计用区划代码：nine or twelve digits' })),
    ),
    address: optional(500),
    boundary: Type.Optional(
      orNull(Type.String({ maxLength: 500, description: 'What a map or a register calls the land' })),
    ),
  },
  { additionalProperties: false },
);
export const SiteSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  kind: SiteKindSchema,
  code: orNull(Type.String({ description: 'Canonical' })),
  region: orNull(RegionSchema),
  placeCode: orNull(Type.String()),
  address: orNull(Type.String()),
  boundary: orNull(Type.String()),
  createdAt: TimeSchema,
  closedAt: orNull(TimeSchema),
});
export type SiteBody = Frozen<Type.Static<typeof SiteSchema>>;
export const SitesSchema = Type.Object({ sites: Type.Array(SiteSchema) });

export const NewLicenceSchema = Type.Object(
  {
    scheme: Type.String({ minLength: 1, maxLength: 60, description: 'Of the number: `cn-licence-sc` …, `other`' }),
    number: text(200),
    scope: optional(1000),
    issuer: optional(200),
    validFrom: Type.Optional(orNull(DaySchema)),
    validUntil: Type.Optional(orNull(DaySchema)),
    siteId: Type.Optional(orNull(IdSchema)),
  },
  { additionalProperties: false },
);
export const LicenceSchema = Type.Object({
  id: IdSchema,
  scheme: Type.String(),
  number: Type.String({ description: 'Canonical' }),
  scope: orNull(Type.String()),
  issuer: orNull(Type.String()),
  validFrom: orNull(DaySchema),
  validUntil: orNull(DaySchema),
  siteId: orNull(IdSchema),
  createdAt: TimeSchema,
  endedAt: orNull(TimeSchema),
  verified: orNull(
    Type.Object({
      at: TimeSchema,
      by: Type.String({ description: 'Name of the person who saw it' }),
      organisation: orNull(Type.String()),
      what: Type.String({ description: 'What was seen' }),
    }),
  ),
});
export type LicenceBody = Frozen<Type.Static<typeof LicenceSchema>>;
export const LicencesSchema = Type.Object({ licences: Type.Array(LicenceSchema) });
export const VerifyLicenceSchema = Type.Object({ what: text(500) }, { additionalProperties: false });

const HeldCode = Type.String({ pattern: '^[0-9A-Za-z.-]{1,60}$' });
export const NewHoldingSchema = Type.Object(
  {
    scheme: text(60),
    first: Type.String({
      pattern: '^[0-9A-Za-z.-]{1,60}$',
      description: 'What codes begin with; or the first of a range',
    }),
    last: Type.Optional(orNull(HeldCode)),
    note: optional(200),
  },
  { additionalProperties: false },
);
export const HoldingSchema = Type.Object({
  id: IdSchema,
  scheme: Type.String(),
  first: Type.String(),
  last: orNull(Type.String()),
  note: orNull(Type.String()),
  createdAt: TimeSchema,
  endedAt: orNull(TimeSchema),
});
export type HoldingBody = Frozen<Type.Static<typeof HoldingSchema>>;
export const HoldingsSchema = Type.Object({ holdings: Type.Array(HoldingSchema) });
