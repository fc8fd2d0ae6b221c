import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/product-picture.ts';

export const en: SameWords<typeof zh> = {
  title: 'Picture of the product',
  none: 'There is no picture yet. With one, whoever scans can compare it with what is in the hand.',
  seen: 'Whoever scans the product sees this picture on the public page.',
  alt: 'Picture of {name}',
  give: 'Upload a picture',
  replace: 'Replace the picture',
  'give.title': 'Upload a picture of the product',
  'give.do': 'Use it',
  'give.done': 'The new picture is in use',
  rule: 'Use a picture that your organisation may use, with nobody in it. Whoever scans will see it.',
  file: 'Picture',
  'file.missing': 'Choose a picture',
  'file.choose': 'Click to choose a picture, or drop it here',
  'file.bounds':
    'A photo or picture, 30 MB at most. It is made smaller by itself; where and when a photo was taken is not sent',
  'file.another': 'Click to choose another one',
  'file.unfit.large': 'The file is larger than 30 MB: choose a smaller one.',
  'file.unfit.unread': 'The file cannot be opened. Try the picture as JPEG or PNG.',
  preview: 'The picture that whoever scans will see',
  size: '{width} × {height} pixels, {kb} kB',
  remove: 'Remove',
  'remove.title': 'Remove the picture of the product',
  'remove.then':
    'The public page shows no picture any more. Phones of people who have opened the page before may still have it.',
};
