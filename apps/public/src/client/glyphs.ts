import { showsChinese } from '@suyuan/web-build/shows-chinese';

/** Brings Chinese letters to a machine that has none. */
export function bringGlyphs(root: Document): void {
  const address = root.documentElement.dataset.glyphs;
  if (address === undefined || showsChinese(root)) return;
  const link = root.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  root.head.append(link);
}
