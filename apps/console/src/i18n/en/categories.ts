import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/categories.ts';

export const en: SameWords<typeof zh> = {
  'edible-agri': 'Edible farm products',
  food: 'Food',
  drug: 'Medicines',
  'agri-input': 'Farm inputs',
  'special-equipment': 'Special equipment',
  'dangerous-goods': 'Dangerous goods',
  'rare-earth': 'Rare earths',
};
