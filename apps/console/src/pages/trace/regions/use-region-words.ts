import { regionsText } from '../../../i18n/regions.ts';
import { type Say, useText } from '../../../i18n/use-text.ts';
import { TILES } from './provinces.ts';
import type { Region } from './regions-of.ts';

type Key = keyof typeof regionsText.zh;

export interface RegionWords {
  readonly say: Say<Key>;
  readonly nameOf: (code: string) => string;
  /** Of a tile: what it is called in little room, and all of it for whoever hears it. */
  readonly shortOf: (code: string) => string;
  readonly labelOf: (code: string, region: Region | undefined) => string;
}

/** A hook that puts provinces into words. */
export function useRegionWords(): RegionWords {
  const say = useText(regionsText);
  const nameOf = (code: string): string => (isProvince(code) ? say(key('province', code)) : say('unknown'));
  return {
    say,
    nameOf,
    shortOf: (code) => say(key('short', code)),
    labelOf(code, region) {
      const name = nameOf(code);
      if (region === undefined) return say('tile.none', { name });
      const { places, events } = region;
      return say('tile', { name, places: places.length, steps: events.length, days: daysOf(region, say) });
    },
  };
}

const isProvince = (code: string): boolean => TILES.some((tile) => tile.code === code);

const isKey = (name: string): name is Key => Object.hasOwn(regionsText.zh, name);
function key(what: 'province' | 'short', code: string): Key {
  const name = `${what}.${code}`;
  return isKey(name) ? name : 'unknown';
}

function daysOf({ firstDay, lastDay }: Region, say: Say<Key>): string {
  if (firstDay === undefined || lastDay === undefined) return say('days.untold');
  return firstDay === lastDay ? firstDay : say('days', { first: firstDay, last: lastDay });
}
