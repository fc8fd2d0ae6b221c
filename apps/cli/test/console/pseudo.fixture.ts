/**
 * A language that nobody speaks: each text of the console between marks and longer by two fifths. What stands outside of the marks
 * went past the texts, and what is cut or too wide would be so in a language that takes more room.
 */
import type { APIResponse, BrowserContext, Page, Response } from 'playwright-core';

/** How `useText` of the console and `wordsOf` of the public pages, through which all texts go, fills their places: in the built script as in its source. */
export const FILLS = '.replace(/\\{(\\w+)\\}/g';

/** The scripts say the pseudo texts from now on. Gives in how many places they were made to, which has to be one. */
export async function sayPseudo(context: BrowserContext): Promise<() => number> {
  const found = new Set<string>();
  // A script is named by what is in it, and asked for again by each page that is opened.
  const said = new Map<string, { readonly response: APIResponse; readonly body: string }>();
  await context.route('**/console/assets/*.js', async (route) => {
    const url = route.request().url();
    const before = said.get(url);
    if (before !== undefined) return route.fulfill(before);
    const response = await route.fetch();
    const parts = (await response.text()).split(FILLS);
    for (const at of parts.keys()) if (at > 0) found.add(`${url} ${at}`);
    const answer = { response, body: parts.join(`.replace(/^[^]*$/,${lengthened})${FILLS}`) };
    said.set(url, answer);
    await route.fulfill(answer);
  });
  return () => found.size;
}

/** Runs in the page. */
export function lengthened(text: string): string {
  const more = Math.max(2, Math.ceil(text.length * 0.4) - 2);
  return text === '' ? '' : `‹${text}${' ẽxtẽndẽd'.repeat(more).slice(0, more).trimEnd()}›`;
}

/** What is left of a text without what stands between marks, innermost first. */
export function outsideOf(text: string): string {
  const without = text.replace(/‹[^‹›]*›/g, '');
  return without === text ? tidied(text) : outsideOf(without);
}

export const tidied = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Gathers what the server tells, as it comes: what people entered and what packs say, which is in both languages. A bare word of the contract, like `enterprise`, is not for people. */
export function gatherTold(page: Page): () => Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  const reading: Promise<void>[] = [];
  page.on('response', (answer) => {
    if (/json/.test(answer.headers()['content-type'] ?? '')) reading.push(read(answer, told));
  });
  return async () => {
    await Promise.all(reading.splice(0));
    return told;
  };
}

async function read(answer: Response, told: Set<string>): Promise<void> {
  const add = (value: unknown): void => {
    if (typeof value === 'string' && !/^[a-z][a-z-]*$/.test(value)) told.add(tidied(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
  };
  // An answer that came after its page was left has no body any more.
  add(await answer.json().catch(() => null));
}

/** All that is to be seen or heard. */
export async function textsOf(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    const seen = (element: Element | null) => element?.checkVisibility({ visibilityProperty: true }) === true;
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (seen(node.parentElement) && node.parentElement?.closest('script, style, noscript') === null)
        found.push(node.textContent ?? '');
    const names = ['title', 'aria-label', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'];
    for (const name of [...names, 'aria-valuetext'])
      for (const element of document.body.querySelectorAll(`[${name}]`))
        if (seen(element) && element.closest('[aria-hidden=true]') === null)
          found.push(element.getAttribute(name) ?? '');
    return found;
  });
  return [...new Set(texts.map(tidied))];
}

/** Pictures and controls that a screen reader has no name for: whoever silences an icon takes the name of the button around it. */
export async function namelessOf(page: Page): Promise<readonly string[]> {
  const heard = await page.locator('body').ariaSnapshot();
  const nameless =
    /^\s*- ((?:button|link|img|textbox|searchbox|combobox|spinbutton|checkbox|radio|dialog)(?: \[[^\]]*\])*)(?:$|:)/;
  return heard.split('\n').flatMap((line) => {
    const [, kind] = nameless.exec(line) ?? [];
    return kind === undefined ? [] : [`without a name: ${line.trim()}`];
  });
}

/** What is wider than the window, and controls and lines whose end is cut off with no way to read it. */
export function unfitOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wider = document.documentElement.scrollWidth - innerWidth;
    const unfit = wider > 0 ? [`wider than the window by ${wider}px`] : [];
    const kinds = 'button, a, label, h1, h2, h3, th, td, p, dt, dd, li, legend, .ant-tag, .ant-segmented-item-label';
    for (const element of document.querySelectorAll(kinds)) {
      const isSeen = element.checkVisibility({ visibilityProperty: true }) && !element.matches('.skip');
      const cuts = ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
      if (isSeen && cuts && element.scrollWidth > element.clientWidth + 1 && element.closest('[title]') === null)
        unfit.push(`cut: ${element.textContent}`);
    }
    return unfit;
  });
}
