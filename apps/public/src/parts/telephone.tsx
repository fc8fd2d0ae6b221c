import type { ReactNode } from 'react';

/** A number as its owner wrote it, to be called by a touch. */
export function Telephone({ number }: { number: string }): ReactNode {
  return <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>;
}
