/** The part of a typeface that a PDF uses, put into it with the characters that its glyphs stand for (ISO 32000-1 §9.7). */
import { hex4, hexOf, type PdfObjects } from './pdf-objects.ts';
import { type Typeface, typeface, type Weight } from './typeface.ts';

const MAP_ROWS_MAX = 100; // ISO 32000-1 §9.10.3 and the CMap specification: no more in one block

interface Used {
  readonly hex: string;
  readonly character: string;
  readonly width: number;
}

export class EmbeddedFont {
  readonly id: number;
  readonly #typeface: Typeface;
  readonly #subset: ReturnType<Typeface['font']['createSubset']>;
  readonly #used = new Map<string, Used>();

  constructor(objects: PdfObjects, weight: Weight) {
    this.id = objects.reserve();
    this.#typeface = typeface(weight);
    this.#subset = this.#typeface.font.createSubset();
  }

  /** The line as the numbers of its glyphs. */
  encode(line: string): string {
    let hex = '';
    for (const character of line) hex += (this.#used.get(character) ?? this.#use(character)).hex;
    return hex;
  }

  #use(character: string): Used {
    const letter = this.#typeface.letter(character);
    if (letter === undefined) throw new Error(`no glyph for ${JSON.stringify(character)}`);
    // A number, though the types say otherwise: which glyph of the part this is.
    const index = Number(this.#subset.includeGlyph(letter.glyph));
    const used = { hex: hex4(index), character, width: Math.round(letter.advanceEm * 1000) };
    this.#used.set(character, used);
    return used;
  }

  embed(objects: PdfObjects): void {
    const { font } = this.#typeface;
    const [file, descriptor, descendant, map] = [1, 2, 3, 4].map(() => objects.reserve());
    if (file === undefined || descriptor === undefined || descendant === undefined || map === undefined) return;
    const name = `SUYUAN+${font.postscriptName}`;
    const per = (value: number): number => Math.round((value * 1000) / font.unitsPerEm);
    const { minX, minY, maxX, maxY } = font.bbox;
    const box = [minX, minY, maxX, maxY].map(per).join(' ');
    objects.stream(file, this.#subset.encode());
    objects.write(
      descriptor,
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box}]/ItalicAngle 0/Ascent ${per(font.ascent)}` +
        `/Descent ${per(font.descent)}/CapHeight ${per(font.capHeight)}/StemV 80/FontFile2 ${file} 0 R>>`,
    );
    const used = [...this.#used.values()];
    const widths = used.map(({ hex, width }) => `${Number.parseInt(hex, 16)}[${width}]`).join('');
    objects.write(
      descendant,
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${descriptor} 0 R/DW 1000/W[${widths}]/CIDToGIDMap/Identity>>`,
    );
    objects.stream(map, unicodeMap(used));
    objects.write(
      this.id,
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${map} 0 R>>`,
    );
  }
}

/** Which characters the glyphs stand for, so that text can be searched and copied. */
function unicodeMap(used: readonly Used[]): string {
  const blocks: string[] = [];
  for (let from = 0; from < used.length; from += MAP_ROWS_MAX) {
    const rows = used.slice(from, from + MAP_ROWS_MAX).map(({ hex, character }) => `<${hex}><${hexOf(character)}>`);
    blocks.push(`${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def',
    '1 begincodespacerange\n<0000><ffff>\nendcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n');
}
