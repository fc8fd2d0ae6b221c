import type { CodePage, Name, Scans } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { nameIn, useWords, type WordKey } from '../i18n/words.ts';
import { FactRow } from './fact-row.tsx';
import { Moment } from './moment.tsx';
import { Named } from './named.tsx';
import { Row } from './row.tsx';

/** What it is and who made it, with everything a person can check against the package in hand. */
export function ProductCard({ page }: { page: CodePage }): ReactNode {
  const { say } = useWords();
  const { product, maker } = page;
  return (
    <section className="card" aria-labelledby="product">
      <h2 id="product">{say('product.title')}</h2>
      <p className="product-name">
        <Named name={product?.name} otherwise={say('product.unnamed')} />
      </p>
      <dl className="facts">
        {maker === undefined ? null : (
          <Row label="product.maker">
            <Named name={maker.name} otherwise={<code>{maker.code}</code>} />
            <Address name={maker.address} />
          </Row>
        )}
        <NameRow label="product.brand" name={product?.brand} />
        <NameRow label="product.specification" name={product?.specification} />
        <NameRow label="product.category" name={product?.category} />
        {page.facts.map((fact, index) => (
          <FactRow key={`${index} ${fact.label.en}`} fact={fact} />
        ))}
        {product?.gtin ? (
          <Row label="product.gtin">
            <code>{product.gtin}</code>
          </Row>
        ) : null}
        {page.scans === undefined ? null : <ScanRows scans={page.scans} />}
      </dl>
    </section>
  );
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

function ScanRows({ scans }: { scans: Scans }): ReactNode {
  const { say } = useWords();
  return (
    <Row label="scans.title">
      {say('scans.count', { n: scans.count })}
      {scans.firstTime === undefined ? null : (
        <small className="address">
          {say('scans.first')} <Moment time={scans.firstTime} offset={scans.timeZoneOffset} />{' '}
          <Named name={scans.firstPlace} />
        </small>
      )}
      <small className="address">{say('scans.hint')}</small>
    </Row>
  );
}
