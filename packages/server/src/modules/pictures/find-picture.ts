/** The picture of a product that everybody is shown: of those who may speak for the product the word that counts most. */
import type { Queryable } from '../../platform/db/index.ts';
import { masterElementOf } from '../disclosure/index.ts';
import { findKept, type Involved, weightOf } from '../registry/index.ts';
import { picturePath } from './picture-path.ts';
import { type SaidPicture, selectPictures } from './store-pictures.ts';

export interface ShownPicture {
  readonly href: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Weighed as what a product is called is (`findMasterData`), save that nobody is heard who has nothing to do with it. A code
 * that was merged has the picture of the kept one where it has none itself.
 * @param codes canonical, the nearest first
 */
export async function findPicture(
  db: Queryable,
  codes: readonly string[],
  involved: Involved,
): Promise<ShownPicture | undefined> {
  const kept = await findKept(db, codes, involved);
  const all = codes.flatMap((code) => [code, ...(kept.get(code) ?? [])]);
  const pictures = await selectPictures(db, all);
  const best = all.map((code) => bestOf(pictures, code, involved)).find((each) => each !== undefined);
  return best === undefined ? undefined : { href: picturePath(best.digest), width: best.width, height: best.height };
}

/** Of equals the newest. */
function bestOf(pictures: readonly SaidPicture[], code: string, involved: Involved): SaidPicture | undefined {
  let best: { readonly picture: SaidPicture; readonly weight: number } | undefined;
  for (const picture of pictures) {
    if (picture.code !== code || !involved.sees(picture, NAME)) continue;
    const weight = weightOf(picture, involved);
    if (weight > 0 && weight >= (best?.weight ?? 0)) best = { picture, weight };
  }
  return best?.picture;
}

/** Who may see what it is called may see what it looks like. */
const NAME = masterElementOf('name');
