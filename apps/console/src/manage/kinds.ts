/** What an organisation can be: `KindSchema` of `@suyuan/api`. */
export const KINDS = [
  'enterprise',
  'household',
  'regulator',
  'laboratory',
  'certifier',
  'association',
  'operator',
  'service',
] as const;
