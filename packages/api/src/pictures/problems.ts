/** Why a picture was not taken. */
import { entry } from '../problem-entry.ts';

export const PICTURE_PROBLEMS = {
  'picture.large': entry(
    400,
    '图片超过 40 kB：请缩小后再试',
    'The picture is larger than 40 kB: make it smaller, and try again',
  ),
  'picture.unknown': entry(
    400,
    '这个文件不是可用的图片：请用 JPEG、PNG 或 WebP 格式',
    'The file is no picture that can be shown: use JPEG, PNG or WebP',
  ),
  'picture.moving': entry(400, '不能用动图：请选一张静止的图片', 'The picture moves: choose one that does not'),
  'picture.sides': entry(
    400,
    '图片的宽和高应为 1 至 1024 像素：请缩小后再试',
    'A picture is 1 to 1,024 pixels wide and high: make it smaller, and try again',
  ),
  'picture.product': entry(
    400,
    '{code} 不是产品：只有产品可以有图片',
    '{code} is no product: only products have pictures',
  ),
} as const;
