/** With what goods, or work on equipment, most often begin, what asks least first. Of other packs it is their first stage. */
export const USUAL_FIRST: Readonly<Record<string, string>> = {
  'edible-agri': 'harvest',
  food: 'receipt',
  'special-equipment': 'maintenance-half-month',
};
