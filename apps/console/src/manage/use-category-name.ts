import { categoriesText } from '../i18n/categories.ts';
import { useText } from '../i18n/use-text.ts';

/** The categories that have a pack of rules. */
export const CATEGORIES = [
  'edible-agri',
  'food',
  'drug',
  'agri-input',
  'special-equipment',
  'dangerous-goods',
  'rare-earth',
] as const;
type Category = (typeof CATEGORIES)[number];

function isCategory(text: string): text is Category {
  return CATEGORIES.some((category) => category === text);
}

/** A hook that gives the name of a category; one of an organisation's own words is its name. */
export function useCategoryName(): (category: string) => string {
  const say = useText(categoriesText);
  return (category) => (isCategory(category) ? say(category) : category);
}
