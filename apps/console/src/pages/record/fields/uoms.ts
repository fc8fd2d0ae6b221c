/** Those that goods are usually counted in. */
export const UOMS = ['KGM', 'GRM', 'TNE', 'LTR', 'MLT', 'MTR', 'H87'] as const;
