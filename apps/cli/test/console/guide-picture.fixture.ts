/**
 * Pictures of the guides, as the tests come by: of a phone, in both languages. Taken anew by
 * `SUYUAN_GUIDE_PICTURES=1 npx vitest run apps/cli/test/console/walkthroughs.test.ts`; else nothing is done.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PHONE, type Tab } from './tab.fixture.ts';

const FOLDER = join(import.meta.dirname, '../../../../docs/images/guides');
const isDrawing = process.env.SUYUAN_GUIDE_PICTURES !== undefined;

/** @param name of the file, before its language */
export async function guidePicture({ page, quiet }: Tab, name: string): Promise<void> {
  if (!isDrawing) return;
  mkdirSync(FOLDER, { recursive: true });
  await page.setViewportSize(PHONE);
  for (const language of ['en', 'zh']) {
    await page.evaluate(
      (chosen) => localStorage.setItem('suyuan.console', JSON.stringify({ language: chosen })),
      language,
    );
    await page.reload();
    await page.locator('main h1').waitFor();
    await quiet();
    await page.screenshot({ path: join(FOLDER, `${name}-${language}.png`) });
  }
}
