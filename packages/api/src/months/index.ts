/** How many records and findings there are by stage and month, over `/v1/compliance/months`. */
import Type from 'typebox';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });

/** Records and findings by pack, stage and month, the newest month first. */
export const ComplianceMonthsSchema = Type.Object({
  counts: Type.Array(
    Type.Object({
      pack: Type.String(),
      stage: Type.String({ description: 'Empty where a record is of none' }),
      stageName: Words,
      month: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$', description: 'Of the event, in China' }),
      records: Type.Integer(),
      late: Type.Integer({ description: 'Of these, recorded a day or more after the event' }),
      refuse: Type.Integer({
        description: 'Findings of what is forbidden; those that were mended are no longer there',
      }),
      flag: Type.Integer({ description: 'Findings of what is not as it should be' }),
      unknown: Type.Integer({ description: 'Findings of what cannot be told' }),
    }),
  ),
  isCut: Type.Boolean({ description: 'Whether there are more months before, which a shorter span tells' }),
});
export type ComplianceMonths = Type.Static<typeof ComplianceMonthsSchema>;
