import type { MapElement } from '@suyuan/api/maps';
import { createElement, type ReactNode } from 'react';

/** Draws what is in an element; `around` may put something around one of them. */
export function mapParts(
  { children }: MapElement,
  around: (element: MapElement, drawn: ReactNode) => ReactNode = (_, drawn) => drawn,
): ReactNode {
  return children.map((child, index) => {
    if (typeof child === 'string') return child;
    const drawn = createElement(child.tag, { ...propertiesOf(child.attributes), key: index }, mapParts(child, around));
    return around(child, drawn);
  });
}

/** As React calls them: `stroke-width` is `strokeWidth`. */
export function propertiesOf(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.startsWith('data-') ? name : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
