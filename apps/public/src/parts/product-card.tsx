import type { Code, CodePage, Language, Name, Story } from '@suyuan/api/public-page';
import { Fragment, type ReactNode } from 'react';
import { nameIn, useWords, type WordKey } from '../i18n/words.ts';
import { FactRow } from './fact-row.tsx';
import { Named } from './named.tsx';
import { ProductHead } from './product-head.tsx';
import { Recorded } from './recorded.tsx';
import { Row } from './row.tsx';
import { Telephone } from './telephone.tsx';

/** What it is and who made it, with everything a person can check against the package in hand. */
export function ProductCard({ page }: { page: CodePage }): ReactNode {
  const { say, lang } = useWords();
  const { product, maker } = page;
  return (
    <section className="card" aria-labelledby="product">
      <h2 id="product">{say('product.title')}</h2>
      <ProductHead product={product}>
        <Named
          name={product?.name ?? page.story?.summary}
          otherwise={<Recorded text={kindOf(page.code, lang) ?? say('product.unnamed')} />}
        />
      </ProductHead>
      <dl className="facts">
        {maker === undefined ? null : (
          <Row label="product.maker">
            <Named name={maker.name} otherwise={<code>{maker.code}</code>} />
            <Address name={maker.address} />
            {maker.telephone === undefined ? null : (
              <small className="address">
                <Telephone number={maker.telephone} />
              </small>
            )}
          </Row>
        )}
        <NameRow label="product.category" name={product?.category} />
        {page.facts.map((fact, index) => (
          <FactRow key={`${index} ${fact.label.en}`} fact={fact} />
        ))}
        {product?.gtin ? (
          <Row label="product.gtin">
            <code>{product.gtin}</code>
          </Row>
        ) : null}
        <WentRows story={page.story} />
      </dl>
    </section>
  );
}

/** What a code that names a kind of thing says of it. */
function kindOf({ parts }: Code, lang: Language): string | undefined {
  const kind = parts.find(({ name, meaning }) => meaning !== undefined && name.en === 'Kind of equipment');
  return kind?.meaning?.[lang];
}

function NameRow({ label, name }: { label: WordKey; name: Name | undefined }): ReactNode {
  const { lang } = useWords();
  if (nameIn(name, lang) === undefined) return null;
  return (
    <Row label={label}>
      <Named name={name} />
    </Row>
  );
}

/** Of a lot: what it was made from, and where it went. */
function WentRows({ story }: { story: Story | undefined }): ReactNode {
  const { say, lang } = useWords();
  const { ingredients = [], regions = [] } = story ?? {};
  const between = lang === 'zh' ? '、' : ', ';
  return (
    <>
      {ingredients.length === 0 ? null : (
        <Row label="product.ingredients">
          {ingredients.map((name, index) => (
            <Fragment key={name.zh ?? name.en}>
              {index === 0 ? null : between}
              <Named name={name} />
            </Fragment>
          ))}
        </Row>
      )}
      {regions.length === 0 ? null : (
        <Row label="product.regions">
          {regions.map(({ name, places }, index) => (
            <Fragment key={name.zh ?? name.en}>
              {index === 0 ? null : between}
              <Named name={name} /> {say(places === 1 ? 'flow.places.one' : 'flow.places', { n: places })}
            </Fragment>
          ))}
        </Row>
      )}
    </>
  );
}

function Address({ name }: { name: Name | undefined }): ReactNode {
  const { lang, say } = useWords();
  if (nameIn(name, lang) === undefined) return null;
  return (
    <small className="address">
      <span className="unseen">{say('product.address')} </span>
      <Named name={name} />
    </small>
  );
}
