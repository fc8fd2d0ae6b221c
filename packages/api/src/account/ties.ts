/** Organisations and each other: branches, mandates, supervision, the operator, registration. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { KindSchema, RegionSchema, StatusSchema } from './kind.ts';
import { LicenceSchema, SiteSchema } from './places.ts';
import { IdSchema, NewPersonSchema, TimeSchema } from './session.ts';

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const CategoriesSchema = Type.Array(text(60), { maxItems: 50, uniqueItems: true });

export const NewBranchSchema = Type.Object(
  {
    name: text(200),
    code: Type.Optional(text(200)),
    kind: Type.Optional(KindSchema),
    region: Type.Optional(RegionSchema),
  },
  { additionalProperties: false },
);
export const BranchSchema = Type.Object({
  id: IdSchema,
  name: orNull(Type.String()),
  code: orNull(Type.String()),
  kind: KindSchema,
  status: StatusSchema,
  region: orNull(RegionSchema),
  people: Type.Integer(),
  keys: Type.Integer({ description: 'In force' }),
  recordedAt: orNull(TimeSchema),
});
export type BranchBody = Frozen<Type.Static<typeof BranchSchema>>;
export const BranchesSchema = Type.Object({
  branches: Type.Array(BranchSchema),
  next: Type.Optional(Type.String({ description: 'Cursor of the page after this one' })),
});
export type BranchesBody = Frozen<Type.Static<typeof BranchesSchema>>;

export const BranchSheetSchema = Type.Object({
  wanted: Type.Object({ branches: Type.Integer(), invitations: Type.Integer() }),
  findings: Type.Array(
    Type.Object({
      row: Type.Integer({ description: 'From 1, the headings' }),
      column: Type.String({ description: 'A letter' }),
      cell: Type.String({ description: 'As in Excel, B17' }),
      code: Type.String({ description: 'Of the catalogue of problems' }),
      title: Type.String({ description: 'In the language of the caller' }),
    }),
    { description: 'The first 200' },
  ),
  findingCount: Type.Integer(),
  made: Type.Integer({ description: 'Branches; 0 where it was only looked at' }),
  branches: Type.Array(
    Type.Object({
      id: IdSchema,
      name: Type.String(),
      invitation: Type.Optional(Type.Object({ name: Type.String(), url: Type.String(), expiresAt: TimeSchema })),
    }),
  ),
  sheet: Type.Optional(Type.String({ description: 'An .xlsx workbook of the invitations, in base64' })),
});
export type BranchSheetBody = Frozen<Type.Static<typeof BranchSheetSchema>>;

export const MandateRightSchema = Type.Enum(['query', 'trace', 'capture', 'draft']);
export const NewMandateSchema = Type.Object(
  {
    agent: Type.String({ minLength: 1, maxLength: 200, description: 'Id or code of the organisation that is to act' }),
    rights: Type.Array(MandateRightSchema, { minItems: 1, maxItems: 4, uniqueItems: true }),
    endsAt: Type.Optional(TimeSchema),
  },
  { additionalProperties: false },
);
export const MandateSchema = Type.Object({
  id: IdSchema,
  given: Type.Boolean({ description: 'By the organisation that asks; else to it' }),
  other: Type.Object({ id: IdSchema, name: orNull(Type.String()), code: orNull(Type.String()) }),
  rights: Type.Array(MandateRightSchema),
  createdAt: TimeSchema,
  endsAt: orNull(TimeSchema),
});
export type MandateBody = Frozen<Type.Static<typeof MandateSchema>>;
export const MandatesSchema = Type.Object({ mandates: Type.Array(MandateSchema) });

export const SupervisedSchema = Type.Object({
  id: IdSchema,
  name: orNull(Type.String()),
  code: orNull(Type.String()),
  kind: KindSchema,
  status: StatusSchema,
  region: orNull(RegionSchema),
  categories: Type.Array(Type.String()),
});
export type SupervisedBody = Frozen<Type.Static<typeof SupervisedSchema>>;
export const SupervisedListSchema = Type.Object({
  organisations: Type.Array(SupervisedSchema),
  next: Type.Optional(Type.String()),
});
export const SupervisedWholeSchema = Type.Object({
  ...SupervisedSchema.properties,
  sites: Type.Array(SiteSchema),
  licences: Type.Array(LicenceSchema),
});
export type SupervisedWholeBody = Frozen<Type.Static<typeof SupervisedWholeSchema>>;

const JurisdictionRegion = Type.Union([RegionSchema, Type.Literal('*')]);
export const NewJurisdictionSchema = Type.Object(
  { organisation: IdSchema, region: JurisdictionRegion, category: text(60) },
  { additionalProperties: false },
);
const OwnJurisdictionSchema = Type.Object({ id: IdSchema, region: Type.String(), category: Type.String() });
export const JurisdictionsSchema = Type.Object({
  own: Type.Array(OwnJurisdictionSchema),
  given: Type.Array(
    Type.Object({
      ...OwnJurisdictionSchema.properties,
      organisation: Type.Object({ id: IdSchema, name: orNull(Type.String()) }),
      createdAt: TimeSchema,
    }),
  ),
});
export type JurisdictionsBody = Frozen<Type.Static<typeof JurisdictionsSchema>>;

export const RegisterSchema = Type.Object(
  {
    person: NewPersonSchema,
    organisation: Type.Object(
      {
        name: text(200),
        code: Type.Optional(text(200)),
        kind: KindSchema,
        region: Type.Optional(RegionSchema),
        categories: Type.Optional(CategoriesSchema),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const OperatedSchema = Type.Object({
  ...SupervisedSchema.properties,
  parent: orNull(IdSchema),
  mergedInto: orNull(IdSchema),
  createdAt: TimeSchema,
  people: Type.Integer(),
});
export type OperatedBody = Frozen<Type.Static<typeof OperatedSchema>>;
export const OperatedListSchema = Type.Object({
  organisations: Type.Array(OperatedSchema),
  next: Type.Optional(Type.String()),
});
export const OperatorNewSchema = Type.Object(
  {
    name: text(200),
    code: Type.Optional(text(200)),
    kind: KindSchema,
    region: Type.Optional(RegionSchema),
    categories: Type.Optional(CategoriesSchema),
    owner: Type.String({ minLength: 1, maxLength: 100, description: 'Name of the person who is invited to own it' }),
  },
  { additionalProperties: false },
);
export const SetStatusSchema = Type.Object(
  { status: Type.Enum(['active', 'suspended', 'closed']), reason: text(500) },
  { additionalProperties: false },
);
export const MergeSchema = Type.Object({ into: IdSchema, reason: text(500) }, { additionalProperties: false });
