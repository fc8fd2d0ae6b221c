/**
 * A PDF, page after page. A page is written when the next one begins and forgotten when taken, so that memory does not grow
 * with the number of pages; the letters that were used come at the end.
 */
import { EmbeddedFont } from './embedded-font.ts';
import { PdfObjects, textString } from './pdf-objects.ts';
import { MM_PER_PT, type Rectangle, type Run, type Surface } from './surface.ts';

export interface PageSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

export class Paper implements Surface {
  readonly #objects = new PdfObjects();
  readonly #fonts = {
    regular: new EmbeddedFont(this.#objects, 'regular'),
    bold: new EmbeddedFont(this.#objects, 'bold'),
  };
  readonly #root = this.#objects.reserve();
  readonly #pages = this.#objects.reserve();
  readonly #info = this.#objects.reserve();
  readonly #kids: number[] = [];
  readonly #title: string;
  #size: PageSize | undefined;
  #content: string[] = [];

  constructor(title: string) {
    this.#title = title;
  }

  page(size: PageSize): void {
    this.#closePage();
    this.#size = size;
    // From here on in millimetres from the top left corner; letters are turned over again where they stand.
    this.#content = [`${PER_MM} 0 0 -${PER_MM} 0 ${short(size.heightMm / MM_PER_PT)} cm`];
  }

  write({ text, xMm, baselineMm, sizePt, weight }: Run): void {
    const name = weight === 'bold' ? '/B' : '/R';
    const place = `1 0 0 -1 ${short(xMm)} ${short(baselineMm)} Tm`;
    const words = this.#fonts[weight].encode(text);
    this.#content.push(`BT ${name} ${short(sizePt * MM_PER_PT)} Tf ${place} <${words}> Tj ET`);
  }

  fill(rectangles: readonly Rectangle[]): void {
    if (rectangles.length === 0) return;
    for (const { xMm, yMm, widthMm, heightMm } of rectangles) {
      this.#content.push(`${short(xMm)} ${short(yMm)} ${short(widthMm)} ${short(heightMm)} re`);
    }
    this.#content.push('f');
  }

  /** The bytes that are ready; the page that is being drawn is not. */
  take(): Uint8Array {
    return this.#objects.take();
  }

  /** The last bytes. A file without a page is none: an empty page of A4 stands in. */
  end(): Uint8Array {
    if (this.#size === undefined && this.#kids.length === 0) this.page({ widthMm: 210, heightMm: 297 });
    this.#closePage();
    for (const font of Object.values(this.#fonts)) font.embed(this.#objects);
    const kids = this.#kids.map((kid) => `${kid} 0 R`).join(' ');
    const fonts = `/Font<</R ${this.#fonts.regular.id} 0 R/B ${this.#fonts.bold.id} 0 R>>`;
    this.#objects.write(this.#pages, `<</Type/Pages/Count ${this.#kids.length}/Kids[${kids}]/Resources<<${fonts}>>>>`);
    const view = '/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>';
    this.#objects.write(this.#root, `<</Type/Catalog/Pages ${this.#pages} 0 R${view}>>`);
    this.#objects.write(this.#info, `<</Title ${textString(this.#title)}/Producer(Suyuan)>>`);
    this.#objects.finish(this.#root, this.#info);
    return this.#objects.take();
  }

  #closePage(): void {
    if (this.#size === undefined) return;
    const { widthMm, heightMm } = this.#size;
    const [page, content] = [this.#objects.reserve(), this.#objects.reserve()];
    const box = `0 0 ${short(widthMm / MM_PER_PT)} ${short(heightMm / MM_PER_PT)}`;
    this.#objects.stream(content, this.#content.join('\n'));
    this.#objects.write(page, `<</Type/Page/Parent ${this.#pages} 0 R/MediaBox[${box}]/Contents ${content} 0 R>>`);
    this.#kids.push(page);
    this.#size = undefined;
  }
}

/** To a tenth of a micrometre: without exponents, which PDF does not know. */
const short = (value: number): string => String(Math.round(value * 10_000) / 10_000 || 0);
const PER_MM = (1 / MM_PER_PT).toFixed(6);
