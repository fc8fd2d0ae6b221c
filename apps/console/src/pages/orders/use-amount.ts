import { unitWords } from '@suyuan/api';
import type { OrderLine } from '@suyuan/api/orders';
import { useSettings } from '../../settings/use-settings.ts';
import { useWords } from '../master/use-words.ts';

/** An amount with its unit of measure, in words. */
export function useAmount(): (quantity: string, uom: string | undefined) => string {
  const [{ language }] = useSettings();
  return (quantity, uom = 'H87') => `${quantity} ${unitWords(uom)[language]}`;
}

/** What the product of a line is called; its code where it has no name. */
export function useProductName(): (line: Pick<OrderLine, 'product' | 'name'>) => string {
  const [{ language }] = useSettings();
  const words = useWords();
  return ({ product, name }) => name?.[language] ?? words.ofCode(product);
}
