/**
 * The guides on who sees what of one can, held to what the server tells: part of `trace.test.ts`, which has that can. Their
 * pictures are taken anew by `SUYUAN_GUIDE_PICTURES=1 npx vitest run apps/cli/test/console/trace.test.ts`.
 */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TraceAnswer, TraceEventRow } from '@suyuan/api';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { CAN } from './can.fixture.ts';
import type { Party } from './can-parties.fixture.ts';
import type { RunningConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import { PHONE, type Tab, watchedPage } from './tab.fixture.ts';

const DOCS = join(import.meta.dirname, '../../../../docs');
const PICTURES = join(DOCS, 'images/disclosure');
const PICTURE_BYTES_MAX = 120_000;
const MARGIN_PX = 12;
const VIEWERS = ['maker', 'shop', 'regulator', 'stranger'] as const satisfies readonly Party[];

const GUIDES = {
  zh: {
    file: 'disclosure.zh-CN.md',
    title: '追溯',
    toLanguage: '中文',
    head: '| 经过 | 奶粉厂 | 门店 | 县监管局 | 无关单位 | 公众 |',
    steps: ['赋码 · 奶粉厂', '发货 · 奶粉厂', '收货 · 批发商', '发货 · 批发商', '收货 · 门店', '仓储 · 门店'],
    words: { all: '全部', trade: '交易', making: '生产', step: '环节', region: '地区', none: '仅计数' },
  },
  en: {
    file: 'disclosure.md',
    title: 'Trace',
    toLanguage: 'English',
    head: '| step | factory | shop | county regulator | stranger | public |',
    steps: [
      ...['commissioning · factory', 'shipping · factory', 'receiving · wholesaler'],
      ...['shipping · wholesaler', 'receiving · shop', 'storing · shop'],
    ],
    words: { all: 'all', trade: 'trade', making: 'making', step: 'step', region: 'region', none: 'count' },
  },
} as const;
type Told = keyof typeof GUIDES.en.words;

/** The can on its way, and those who look at it. */
interface Way {
  readonly at: RunningConsole;
  readonly tabs: Readonly<Record<Party, Tab>>;
}

/** How much of a step is told, in one word of the guide. */
function toldOf({ hidden }: TraceEventRow): Told {
  if (hidden === undefined) return 'all';
  if (!hidden.includes('document')) return 'trade';
  if (!hidden.includes('place')) return 'making';
  return hidden.includes('step') ? 'region' : 'step';
}

async function traceOf({ tabs }: Way, who: Party): Promise<TraceAnswer> {
  const answer = await tabs[who].ask('GET', `/v1/trace?${new URLSearchParams({ code: CAN })}`);
  expect(answer.status).toBe(200);
  return Object(answer.body);
}

/** Of the page that anybody sees: the steps that it tells, the others being counted only. */
async function toldToPublic({ at }: Way, steps: readonly TraceEventRow[]): Promise<readonly Told[]> {
  const page = await fetch(`${at.program.url}/q/${encodeURIComponent(CAN)}`, {
    headers: { accept: 'application/json' },
  });
  const { timeline, hidden, total } = Object(await page.json());
  const shown = new Set(timeline.map(({ eventID }: { eventID: string }) => eventID));
  expect([shown.size + hidden, total]).toEqual([steps.length, steps.length]);
  return steps.map(({ eventID }) => (shown.has(eventID) ? 'making' : 'none'));
}

const isDrawing = process.env.SUYUAN_GUIDE_PICTURES !== undefined;

/** @param way once the tests run; nobody has disputed anything of it yet */
export function testGuides(way: () => Way): void {
  test('the table of both guides is what each is told of each step', async () => {
    const { events } = await traceOf(way(), 'maker');
    expect(events.map(({ bizStep = '' }) => bizStep.replace(/.*-/, ''))).toEqual(
      GUIDES.en.steps.map((step) => step.split(' ')[0]),
    );
    const columns = [
      ...(await Promise.all(VIEWERS.map((who) => traceOf(way(), who)))).map((trace) => trace.events.map(toldOf)),
    ];
    columns.push([...(await toldToPublic(way(), events))]);
    for (const { file, head, steps, words } of Object.values(GUIDES)) {
      const rows = steps.map((step, row) => {
        const cells = columns.map((column) => words[column[row] ?? 'none']);
        return `| ${row + 1}. ${step} | ${cells.join(' | ')} |`;
      });
      const table = [head, `|${' --- |'.repeat(6)}`, ...rows].join('\n');
      expect(readFileSync(join(DOCS, 'guides', file), 'utf8')).toContain(table);
    }
  });

  test('whom the guide says to be told that the regulator looked is told', async () => {
    for (const who of ['shop', 'maker'] as const) {
      const { occurrences } = Object(await done(way().tabs[who], 'GET', '/v1/occurrences'));
      const looks = occurrences.filter(({ kind }: { kind: string }) => kind === 'records.read');
      expect([who, looks.length > 0]).toEqual([who, true]);
    }
  });

  test('every picture of the guides is there, for both languages, and light', () => {
    for (const [language, { file }] of Object.entries(GUIDES)) {
      const guide = readFileSync(join(DOCS, 'guides', file), 'utf8');
      for (const who of [...VIEWERS, 'public']) {
        const picture = `${who}-${language}.png`;
        expect(guide).toContain(`](../images/disclosure/${picture})`);
        expect(statSync(join(PICTURES, picture)).size, picture).toBeLessThan(PICTURE_BYTES_MAX);
      }
    }
  });
  testPictures(way);
}

function testPictures(way: () => Way): void {
  // Takes the pictures; that the pages open is what `trace.test.ts` and `scan-page.test.ts` show.
  test.runIf(isDrawing)(
    'the pages of the pictures open on a phone, in both languages',
    { timeout: 180_000 },
    async () => {
      const { at, tabs } = way();
      for (const [language, { title, toLanguage }] of Object.entries(GUIDES)) {
        for (const who of VIEWERS) {
          const { page, open } = tabs[who];
          // The switch of languages is at hand at a desk.
          await page.setViewportSize({ width: 1280, height: 800 });
          const other = page.getByRole('button', { name: toLanguage, exact: true });
          if ((await other.count()) > 0) await other.click();
          await open(`trace?${new URLSearchParams({ code: CAN })}`, title);
          await page.setViewportSize(PHONE);
          const steps = page.locator('.section', { has: page.locator('.trace-steps') });
          await steps.locator('.trace-step').nth(5).waitFor();
          await picture(page, steps, `${who}-${language}`);
        }
        const complaints: string[] = [];
        const page = await watchedPage(at.browser, complaints, { viewport: PHONE });
        await page.goto(`${at.program.url}/q/${encodeURIComponent(CAN)}?lang=${language}`);
        await page.waitForLoadState('networkidle');
        await picture(page, page.locator('section[aria-labelledby=timeline]'), `public-${language}`);
        expect(complaints).toEqual([]);
        await page.context().close();
      }
    },
  );
}

/** The page from its top down to the end of this part of it. */
async function picture(page: Page, last: Locator, name: string): Promise<void> {
  const box = await last.boundingBox();
  if (box === null) throw new Error(`nothing of ${name} is drawn`);
  mkdirSync(PICTURES, { recursive: true });
  const clip = { x: 0, y: 0, width: PHONE.width, height: Math.ceil(box.y + box.height + MARGIN_PX) };
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true, clip });
}
