/** Several bar codes of one item: its number in one, and lot, serial or dates in another. Pure. */
import { joined } from '@suyuan/codes/joined';

/** Of any goods, to ask with: what can stand beside it is no code by itself. */
const SOME_GOODS = '(01)06901234567892';

/** All of them as one code where they are of one item, else each as it is, once. */
export function asOne(texts: readonly string[]): readonly string[] {
  const distinct = [...new Set(texts)];
  for (const first of distinct) {
    const others = distinct.filter((other) => other !== first);
    const all = others.reduce<string | undefined>((both, other) => both && joined(both, other), first);
    if (all !== undefined) return [all];
  }
  return distinct;
}

/** Whether it says which lot or item and not of what goods. */
export function lacksGoods(text: string): boolean {
  return joined(SOME_GOODS, text) !== undefined;
}
