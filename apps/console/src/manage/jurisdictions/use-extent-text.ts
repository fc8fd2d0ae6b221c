import { supervisionText } from '../../i18n/supervision.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCategoryName } from '../use-category-name.ts';

/** How a jurisdiction says all regions, or all categories. */
export const ALL = '*';

/** A hook that gives the words for the region and the category of a jurisdiction. */
export function useExtentText(): {
  readonly regionOf: (region: string) => string;
  readonly categoryOf: (category: string) => string;
} {
  const say = useText(supervisionText);
  const nameOf = useCategoryName();
  return {
    regionOf: (region) => (region === ALL ? say('region.all') : region),
    categoryOf: (category) => (category === ALL ? say('category.all') : nameOf(category)),
  };
}
