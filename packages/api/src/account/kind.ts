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

/** How an organisation stands. */
export const StatusSchema = Type.Enum(['pending', 'active', 'suspended', 'merged', 'closed']);

export const RegionSchema = Type.String({
  pattern: '^[0-9]{2}([0-9]{2}){0,2}$',
  description: 'GB/T 2260, two, four or six digits',
});
