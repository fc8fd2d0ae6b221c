import type { Product } from '@suyuan/api/public-page';
import { Fragment, type ReactNode } from 'react';
import { nameIn, tagOf, useWords } from '../i18n/words.ts';
import { Named } from './named.tsx';

interface ProductHeadProps {
  readonly product: Product | undefined;
  /** Its name, in the words of the page. */
  readonly children: ReactNode;
}

/** What it is called, its brand and content, beside what it looks like where that is known. */
export function ProductHead({ product, children }: ProductHeadProps): ReactNode {
  const said = (
    <div>
      <p className="product-name">{children}</p>
      <More product={product} />
    </div>
  );
  const picture = product?.picture;
  if (picture === undefined) return said;
  return (
    <div className="product-head">
      <Picture picture={picture} name={product?.name} />
      {said}
    </div>
  );
}

/** Brand and content, as they stand below the name on a package. */
function More({ product }: Pick<ProductHeadProps, 'product'>): ReactNode {
  const { lang } = useWords();
  const told = [product?.brand, product?.specification].filter((name) => nameIn(name, lang) !== undefined);
  if (told.length === 0) return null;
  return (
    <p className="product-more">
      {told.map((name, index) => (
        <Fragment key={name?.zh ?? name?.en}>
          {index === 0 ? null : <span aria-hidden="true"> · </span>}
          <Named name={name} />
        </Fragment>
      ))}
    </p>
  );
}

/** CSS pixels: beside it a name has room on the smallest phones. What is sent is some twice as large, for their screens. */
const SIDE_SHOWN = 144;

/** Its room is kept before it comes, and it comes after all else. */
function Picture({ picture, name }: { picture: NonNullable<Product['picture']>; name: Product['name'] }): ReactNode {
  const { lang, say } = useWords();
  const { href, width, height } = picture;
  const scale = Math.min(1, SIDE_SHOWN / Math.max(width, height));
  const said = nameIn(name, lang);
  return (
    <img
      className="product-picture"
      src={href}
      width={Math.max(1, Math.round(width * scale))}
      height={Math.max(1, Math.round(height * scale))}
      alt={said?.text ?? say('product.picture')}
      lang={said === undefined || said.lang === lang ? undefined : tagOf(said.lang)}
      loading="lazy"
      decoding="async"
    />
  );
}
