/** Why a map was not taken. */
import { entry } from '../problem-entry.ts';

export const MAP_PROBLEMS = {
  'map.invalid': entry(
    400,
    '这个文件不能用作地图，有 {count} 处需要更正',
    'The file cannot be taken as a map; to be mended: {count}',
  ),
  'map.large': entry(400, '地图文件超过 2 MB', 'The file of the map is larger than 2 MB'),
  'map.number': entry(
    400,
    '审图号的写法不对，应如“GS（2024）1234号”或“京S（2024）012号”',
    'The approval number is not of the form of GS（2024）1234号 or 京S（2024）012号',
  ),
  'map.maker': entry(400, '请填写制图单位', 'It is not said who made the map'),
} as const;
