/** A map as an operator might give it, but of no country: a shape for each of the 34 codes, in rows. */
const CODES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' ');

/** Of the middle of a province on the map, which is 700 wide and 520 high. */
export function middleOf(code: string): { readonly x: number; readonly y: number } {
  const index = CODES.indexOf(code);
  return { x: (index % 7) * 100 + 50, y: Math.floor(index / 7) * 100 + 50 };
}

function shapeOf(code: string): string {
  const { x, y } = middleOf(code);
  const region = `data-region="${code}0000"`;
  if (code === '37') {
    const [north, south] = [
      `M${x - 45} ${y - 45}h90v40h-90z`,
      `${x - 45},${y} ${x + 45},${y} ${x + 45},${y + 45} ${x - 45},${y + 45}`,
    ];
    return `<g ${region}><path d="${north}"/><polygon points="${south}" transform="translate(0 0)"/></g>`;
  }
  if (code === '46') return `<ellipse ${region} cx="${x}" cy="${y}" rx="45" ry="40"/>`;
  if (code === '81' || code === '82') return `<circle ${region} cx="${x}" cy="${y}" r="30"/>`;
  return `<rect ${region} x="${x - 45}" y="${y - 45}" width="90" height="90" rx="6"/>`;
}

export function drawnMap(without: readonly string[] = [], more = ''): string {
  const codes = CODES.filter((code) => !without.includes(code));
  const words = codes.map((code) => {
    const { x, y } = middleOf(code);
    return `<text x="${x}" y="${y}">${code}<tspan x="${x}" dy="22" font-size="14">0000</tspan></text>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 520" width="700px" height="520px">',
    '<title>示意</title>',
    '<g fill="#f3ead8" stroke="#50615b" stroke-linejoin="round">',
    ...codes.map(shapeOf),
    '</g>',
    '<polyline points="5,510 200,505 695,510" fill="none" stroke="#a3261c" stroke-width="2" stroke-dasharray="8 4"/>',
    `<g font-size="20" text-anchor="middle" fill="#14211d">${words.join('')}</g>`,
    more,
    '</svg>',
  ].join('\n');
}
