/** Reads a PDF of ours back as a reader does that searches or copies: glyph numbers through the map to characters. */
import { inflateSync } from 'node:zlib';

export function pagesOf(pdf: Uint8Array): readonly string[] {
  const streams = streamsOf(Buffer.from(pdf).toString('latin1'));
  // The maps come in the order of the fonts, regular before bold.
  const maps = streams.filter((stream) => stream.includes('begincmap')).map(mapOf);
  return streams.filter(isPage).map((page) => textOf(page, maps));
}

/** What draws the first page. */
export function pageContent(pdf: Uint8Array): string {
  const [first = ''] = streamsOf(Buffer.from(pdf).toString('latin1')).filter(isPage);
  return first;
}

const isPage = (stream: string): boolean => /^[\d.]+ 0 0 -/.test(stream);

function streamsOf(file: string): readonly string[] {
  const found = file.matchAll(/\/Length (\d+)[^>]*>>\nstream\n/g);
  return [...found].map((match) => {
    const from = match.index + match[0].length;
    return inflateSync(Buffer.from(file.slice(from, from + Number(match[1])), 'latin1')).toString('latin1');
  });
}

function mapOf(stream: string): ReadonlyMap<string, string> {
  const rows = stream.matchAll(/^<([0-9a-f]{4})><([0-9a-f]+)>$/gm);
  return new Map(
    [...rows].map(([, glyph = '', utf16 = '']) => [glyph, Buffer.from(utf16, 'hex').swap16().toString('utf16le')]),
  );
}

function textOf(page: string, maps: readonly ReadonlyMap<string, string>[]): string {
  const lines = page.matchAll(/^BT \/([RB]) .*<([0-9a-f]*)> Tj ET$/gm);
  return [...lines]
    .map(([, name, hex = '']) => {
      const map = maps[name === 'R' ? 0 : 1];
      return (hex.match(/.{4}/g) ?? []).map((glyph) => map?.get(glyph) ?? '�').join('');
    })
    .join('\n');
}
