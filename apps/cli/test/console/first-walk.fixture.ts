/** Counts what somebody goes through on the way to something: screens, fields, taps, and the seconds that one waits. */
import type { Locator } from 'playwright-core';

export interface Walk {
  readonly screens: readonly string[];
  readonly fields: readonly string[];
  readonly taps: number;
  /** From each tap until what it leads to is there. */
  readonly waitedMs: number;
  /** Waits for what tells that a page or dialog is another, and counts it. */
  screen(name: string, sign: Locator): Promise<void>;
  /** Types into a field. */
  type(name: string, field: Locator, text: string): Promise<void>;
  /** Ticks or chooses what a field asks for. */
  choose(name: string, ...parts: readonly Locator[]): Promise<void>;
  tap(button: Locator): Promise<void>;
  /** Waits for what a tap gives without leaving the screen. */
  wait<Given>(given: Promise<Given>): Promise<Given>;
}

/** By pointer, or by keyboard: then a control is reached with the focus and pressed with the keys of its kind. */
export function beginWalk(by: 'pointer' | 'keyboard'): Walk {
  const screens: string[] = [];
  const fields: string[] = [];
  let taps = 0;
  let waitedMs = 0;
  const waiting = async <Given>(given: Promise<Given>): Promise<Given> => {
    const since = performance.now();
    const got = await given;
    waitedMs += performance.now() - since;
    return got;
  };
  const press = async (what: Locator): Promise<void> => {
    taps += 1;
    if (by === 'pointer') return what.click();
    const isTick = (await what.getAttribute('type')) === 'checkbox';
    await what.press(isTick ? 'Space' : 'Enter');
  };
  return {
    screens,
    fields,
    get taps() {
      return taps;
    },
    get waitedMs() {
      return waitedMs;
    },
    wait: waiting,
    tap: press,
    async screen(name, sign) {
      await waiting(sign.waitFor());
      screens.push(name);
    },
    async type(name, field, text) {
      fields.push(name);
      await field.fill(text);
    },
    async choose(name, ...parts) {
      fields.push(name);
      for (const part of parts) await press(part);
    },
  };
}
