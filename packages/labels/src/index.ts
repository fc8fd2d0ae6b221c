export { type PageSize, Paper } from './paper/paper.ts';
export { type Rectangle, type Run, type Surface, sidesOf } from './paper/surface.ts';
export { drawText, type SetText, setText, type TextBlock, type TextFault } from './paper/text-block.ts';
export { unprintable, type Weight } from './paper/typeface.ts';
