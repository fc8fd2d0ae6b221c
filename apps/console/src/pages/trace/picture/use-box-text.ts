import { unitWords } from '@suyuan/api';
import { pictureText } from '../../../i18n/picture.ts';
import { type Say, useText } from '../../../i18n/use-text.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { useNumber } from '../../compliance/balances/use-number.ts';
import { useRegionText } from '../use-region-text.ts';
import type { NameOf } from '../use-trace.ts';
import type { Grain, PictureNode } from './collapse.ts';
import type { BoxText } from './drawing.ts';
import type { PictureLink } from './join-links.ts';

interface PictureWords {
  readonly boxText: (node: PictureNode) => BoxText;
  /** How something went from one box to another, in words. */
  readonly wayText: (link: PictureLink) => string;
  /** The same, where there is little room; '' where it is plain. */
  readonly wayLabel: (link: PictureLink) => string;
}

/** A hook that puts boxes and links into words. */
export function useBoxText(nameOf: NameOf, grain: Grain): PictureWords {
  const say = useText(pictureText);
  const regionText = useRegionText();
  const number = useNumber();
  const [{ language }] = useSettings();
  const amounts = ({ amounts: all }: PictureLink): readonly string[] =>
    [...all].map(([uom, amount]) =>
      say('amount', { amount: number(amount), unit: uom === '' ? say('pieces') : unitWords(uom)[language] }),
    );
  const placeText = ({ place, events }: PictureNode): string => {
    if (place.code !== undefined) return nameOf(place.code);
    return regionText(place) || say(events.length === 0 ? 'noStep' : 'placeUntold');
  };
  return {
    boxText: (node) => boxTextOf(node, { say, nameOf, grain, place: placeText(node) }),
    wayText: (link) =>
      link.kinds
        .map((kind) => {
          if (kind === 'moved') return say('way.moved', { count: link.units });
          if (kind !== 'made') return say(`way.${kind}`);
          if (link.amounts.size === 0) return say('way.madeUntold');
          return say('way.made', { amount: amounts(link).join(say('and')) });
        })
        .join(say('comma')),
    wayLabel: (link) => {
      if (link.amounts.size > 0) return amounts(link).join(say('and'));
      return link.units > 1 ? say('label.units', { count: link.units }) : '';
    },
  };
}

interface Telling {
  readonly say: Say<keyof typeof pictureText.zh>;
  readonly nameOf: NameOf;
  readonly grain: Grain;
  readonly place: string;
}

function boxTextOf(node: PictureNode, { say, nameOf, grain, place }: Telling): BoxText {
  const { product, isCarrier, day, units, events, outOf } = node;
  const [unit = ''] = units;
  const named = product === undefined ? say(isCarrier ? 'carrier' : 'productUntold') : nameOf(product);
  const dayText = day ?? say('dayUntold');
  const counts =
    units.length === 1 && outOf !== undefined
      ? say('steps', { steps: events.length })
      : say('counts', { units: units.length, steps: events.length });
  const lines = [
    ...(outOf === undefined ? [] : [place]),
    ...(grain === 'place' && outOf === undefined ? [] : [named]),
    ...(grain === 'day' && events.length > 0 ? [dayText] : []),
    counts,
  ];
  const title = titleOf();
  const marks = node.marks.map((mark) => say(`mark.${mark}`)).join(say('and'));
  const start = node.isStart ? say('start') : '';
  return { title, lines, marks, start, label: [title, ...lines, start, marks].filter(Boolean).join(say('comma')) };

  function titleOf(): string {
    if (outOf === undefined) return place;
    return units.length === 1 ? lastOf(unit) : say('others', { count: units.length });
  }
}

/** What tells a code from its like: the last part of it. The whole stands in the records of its box. */
const lastOf = (code: string): string => /[^/:]+$/.exec(code)?.[0] ?? code;
