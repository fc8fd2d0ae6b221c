import type { EntryBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { Also } from '../../master/duplicates/also.tsx';
import { numberOf } from './code-of-lot.ts';

export interface ProductOption {
  readonly value: string;
  readonly label: string;
  readonly entry?: EntryBody;
}

/** A product to choose; two of one name are told apart by their number. */
export function productOption(entry: EntryBody, language: 'zh' | 'en'): ProductOption {
  const { code, name } = entry;
  return { value: code, label: name === null ? code : `${name[language]} ${numberOf(code)}`, entry };
}

/** In the list: below what it is called what was merged into it, which is chosen with it. */
export function renderProduct({ data: { label, entry } }: { readonly data: ProductOption }): ReactNode {
  return (
    <div className="choice">
      {label}
      {entry === undefined ? null : <Also entry={entry} />}
    </div>
  );
}

/** Whether it, or what was merged into it, is called so. */
export function isCalled({ name, merged = [] }: EntryBody, wanted: string): boolean {
  return [{ name }, ...merged].some((each) => each.name?.zh === wanted || each.name?.en === wanted);
}
