/** The real program with its console, and a real browser before it: nothing is mocked. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { expect, vi } from 'vitest';
import { makeStartedDataDir, type Program, removeDataDir, startProgram } from '../program.ts';
import { closePages, sharedBrowser } from '../shared-browser.ts';
import { type Tab, tabOf, watchedPage } from './tab.fixture.ts';

export const OWNER = { name: '王建国', loginName: 'wang.jianguo', password: '四月的麦田与风筝' };
export const MEMBER = { name: '李梅', loginName: 'li.mei', password: '七月的葡萄架下乘凉' };
export const ORGANISATION = { name: '青山果园（烟台）有限公司', categories: ['水果'] };

export interface RunningConsole {
  readonly program: Program;
  readonly browser: Browser;
  /** Whatever a page complained of: errors, warnings, what the content policy refused. */
  readonly complaints: readonly string[];
  /** A browser of its own, at the sign-in page. */
  tab(options?: BrowserContextOptions): Promise<Tab>;
  /** The link that the first start prints. */
  firstLink(): Promise<string>;
  /** {@link OWNER} with {@link ORGANISATION}, signed in: the operator of this program. */
  firstStart(): Promise<Tab>;
  close(): Promise<void>;
}

/** On a database without anybody; on an empty directory where that is given; in a browser of one's own, which stays one's own to close. */
export async function runConsole(
  more: NodeJS.ProcessEnv = {},
  dataDir: string = makeStartedDataDir(),
  ownBrowser?: Browser,
): Promise<RunningConsole> {
  const program = await startProgram(dataDir, more);
  const browser = ownBrowser ?? (await sharedBrowser());
  const complaints: string[] = [];
  const tab = async (options?: BrowserContextOptions): Promise<Tab> => {
    const page = await watchedPage(browser, complaints, options);
    await page.goto(`${program.url}/console/sign-in`);
    return tabOf(page, program.url);
  };
  /** It may be printed a moment after the address. */
  const firstLink = (): Promise<string> =>
    vi.waitFor(() => {
      const [printed] = /http\S+\/console\/start#\S+(?=\n)/.exec(program.printed()) ?? [];
      if (printed === undefined) throw new Error('no link was printed');
      return printed;
    });
  return {
    program,
    browser,
    complaints,
    tab,
    firstLink,
    async firstStart() {
      const first = await tab();
      const token = (await firstLink()).split('#')[1];
      const started = await first.ask('POST', '/v1/links/first-start', {
        token,
        person: OWNER,
        organisation: ORGANISATION,
      });
      expect(started.status).toBe(200);
      return first;
    },
    async close() {
      await closePages(browser);
      await program.end('SIGTERM');
      removeDataDir(dataDir);
    },
  };
}
