/** A map for tests: 34 squares, of no country. */
import { divisionName } from '@suyuan/codes';

export const PROVINCE_CODES: readonly string[] = Array.from(
  { length: 100 },
  (_, i) => `${String(i).padStart(2, '0')}0000`,
).filter((code) => divisionName(code) !== undefined);

export function aMap(without: readonly string[] = [], more = ''): string {
  const shapes = PROVINCE_CODES.filter((code) => !without.includes(code)).map((code, index) => {
    const [x, y] = [(index % 7) * 50, Math.floor(index / 7) * 50];
    return `<rect data-region="${code}" x="${x}" y="${y}" width="46" height="46" stroke="#50615b"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 350 250" fill="#eeeeee">\n${shapes.join('\n')}\n${more}</svg>`;
}
