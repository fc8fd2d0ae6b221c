/**
 * Draws the pictures of the demonstration's products in the Chromium of the tests: `node tools/draw-demo-pictures.ts` writes a WebP
 * beside each SVG of apps/cli/src/demo/pictures. The drawings are our own. Another Chromium writes other bytes of the same picture.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../apps/cli/test/launch-browser.ts';
import { isEntryPoint, ROOT } from './repository.ts';

const FOLDER = join(ROOT, 'apps/cli/src/demo/pictures');
const QUALITY = 0.85;

/** As large as the drawing says that it is. */
async function drawn(page: Page, svg: string): Promise<Buffer> {
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const base64 = await page.evaluate(
    async ([source, quality]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
    },
    [address, QUALITY] as const,
  );
  return Buffer.from(base64, 'base64');
}

if (isEntryPoint(import.meta.url)) {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  for (const name of readdirSync(FOLDER).filter((each) => each.endsWith('.svg'))) {
    const bytes = await drawn(page, readFileSync(join(FOLDER, name), 'utf8'));
    writeFileSync(join(FOLDER, name.replace(/svg$/, 'webp')), bytes);
    process.stdout.write(`${name}: ${bytes.length} bytes\n`);
  }
  await browser.close();
}
