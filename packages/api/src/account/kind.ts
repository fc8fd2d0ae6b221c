import Type from 'typebox';

/** What kind of organisation. */
export const KindSchema = Type.Enum([
  'enterprise',
  'household',
  'regulator',
  'laboratory',
  'certifier',
  'association',
  'operator',
  'service',
]);
